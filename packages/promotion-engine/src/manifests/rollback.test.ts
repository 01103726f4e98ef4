import { definitionOf } from './definition-of';
import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';

const pipeline = (
  policy: string,
  annotation = '',
) => `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: shop}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: shop, namespace: shop}
spec: {promotionPolicies: [{stage: dev, autoRollback: ${policy}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: shop}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata:
  name: dev
  namespace: shop
${
  annotation &&
  `  annotations: {stevedore.dev/rollback-approvals: "${annotation}"}`
}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
  promotionTemplate: {spec: {steps: [{uses: fail}]}}
`;

const read = (...parts: [string, string?]) =>
  readManifests([{ name: 'a.yaml', text: pipeline(...parts) }], testOptions);

it.each([
  ['{}', { onPromotion: [], onVerification: ['Failed'] }],
  [
    '{onPromotion: [Errored], onVerification: []}',
    { onPromotion: ['Errored'], onVerification: [] },
  ],
  [
    '{onPromotion: [Failed, Errored], onVerification: [Failed, Error]}',
    { onPromotion: ['Failed', 'Errored'], onVerification: ['Failed', 'Error'] },
  ],
])(
  'autoRollback %s is taken with the defaults of Kargo',
  (policy, expected) => {
    const { project, problems } = read(policy);
    expect(problems).toEqual([]);
    expect(project?.promotionPolicies).toEqual([
      {
        selector: { name: 'dev' },
        autoPromotionEnabled: false,
        autoRollback: expected,
      },
    ]);
  },
);

it.each([
  '{onPromotion: [Aborted]}',
  '{onVerification: [Errored]}',
  '{on: []}',
])('autoRollback %s is refused, as Kargo does', policy => {
  const { project, problems } = read(policy);
  expect(project).toBeUndefined();
  expect(problems).toMatchObject([{ verdict: 'admission' }]);
});

it.each([
  ['none', []],
  [
    '1 of owner',
    [expect.objectContaining({ needs: [{ count: 1, from: 'owner' }] })],
  ],
])('a rollback may need less: %s', (annotation, expected) => {
  expect(read('{}', annotation).project?.stages[0].rollbackApprovals).toEqual(
    expected,
  );
});

it('says what is wrong with what rollbacks need', () => {
  expect(read('{}', 'nobody').problems).toMatchObject([
    { severity: 'error', position: { line: 20 } },
  ]);
});

it('stands on a component in one line', () => {
  const entity = {
    ref: 'component:default/shop',
    name: 'shop',
    annotations: {
      'stevedore.dev/stages': 'dev, staging, prod',
      'stevedore.dev/image': 'ghcr.io/acme/shop ^1.0.0',
      'stevedore.dev/gitops': 'https://host/deploy#main:apps/{stage}',
      'stevedore.dev/update': 'values.yaml:image.tag',
      'stevedore.dev/auto-promote': 'dev, staging',
      'stevedore.dev/auto-rollback': 'staging, prod',
    },
  };
  const { project, problems } = definitionOf(
    entity,
    { kind: 'annotations' },
    testOptions,
  );
  expect(problems).toEqual([]);
  const all = {
    onPromotion: ['Failed', 'Errored'],
    onVerification: ['Failed', 'Error'],
  };
  expect(
    project?.promotionPolicies.map(each => [
      each.selector.name,
      each.autoPromotionEnabled,
      each.autoRollback,
    ]),
  ).toEqual([
    ['dev', true, undefined],
    ['staging', true, all],
    ['prod', false, all],
  ]);
});
