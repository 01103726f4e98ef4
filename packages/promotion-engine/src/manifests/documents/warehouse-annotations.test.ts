import { readManifests } from '../read-manifests';
import { testOptions } from '../__testUtils__/testOptions';

const warehouse = (annotations: string) => `
apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata:
  name: web
  namespace: web
  annotations: {${annotations}}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: dev, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
`;

const read = (annotations: string) =>
  readManifests(
    [{ name: 'w.yaml', text: warehouse(annotations) }],
    testOptions,
  );
const ours = (annotations: string) =>
  read(annotations).problems.filter(({ field }) =>
    field?.includes('annotations'),
  );

it.each([
  ['stevedore.dev/every-version: "true"', true],
  ['stevedore.dev/every-version: "false"', undefined],
  ['kargo.akuity.io/description: any', undefined],
])('reads {%s}', (annotations, everyVersion) => {
  expect(ours(annotations)).toEqual([]);
  const { project } = read(annotations);
  expect(project?.warehouses[0].everyVersion).toBe(everyVersion);
});

it('says what else cannot be', () => {
  expect(ours('stevedore.dev/every-version: "yes"')).toMatchObject([
    { severity: 'error', cure: 'Write true or false.' },
  ]);
  expect(ours('stevedore.dev/every-versions: "true"')).toMatchObject([
    {
      severity: 'warning',
      cure: expect.stringContaining('stevedore.dev/every-version'),
    },
  ]);
});
