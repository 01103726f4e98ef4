import { builtInKinds } from '../registry/builtInKinds';
import { readOptionsOf } from '../registry/readOptionsOf';
import { createRegistry } from '../registry/registry';
import { readManifests } from './read-manifests';

const options = readOptionsOf(createRegistry(builtInKinds()));

const HEAD = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: web}
spec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}
`;
const STEPS = 'promotionTemplate: {spec: {steps: [{uses: fail}]}}';

function target(name: string, labels = '{tier: prod}'): string {
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Target
metadata: {name: ${name}, namespace: web, labels: ${labels}}
spec: {params: {replicas: 3}}
`;
}

interface Parts {
  selectors?: string;
  sources?: string;
  steps?: string;
}

function stage(name: string, { selectors, sources, steps }: Parts): string {
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: ${name}, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${
    sources ?? 'direct: true'
  }}}]
${selectors === undefined ? '' : `  targets: {selectors: ${selectors}}\n`}  ${
    steps ?? STEPS
  }
`;
}

function read(...parts: string[]) {
  const text = HEAD + parts.join('');
  return readManifests([{ name: 'p.yaml', text }], options);
}

const PROD = '[{matchLabels: {tier: prod}}]';

/** Stages with where their freight comes from. */
function edges(...parts: string[]): Record<string, string> {
  const { project, problems } = read(...parts);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    project!.stages.map(({ name, requestedFreight: [{ sources }] }) => [
      name,
      sources.direct
        ? 'direct'
        : `${sources.availabilityStrategy} ${sources.stages.join(' ')}`,
    ]),
  );
}

function errors(...parts: string[]): string[] {
  const { problems, project } = read(...parts);
  expect(project).toBeUndefined();
  return problems.map(({ message, position, field, verdict, cure }) => {
    expect([verdict, cure.length > 0, position?.file]).toEqual([
      'runnable',
      true,
      'p.yaml',
    ]);
    return `${field}: ${message}`;
  });
}

describe('targets of a stage', () => {
  it('are stages of their own, and the stage gathers them', () => {
    const found = edges(
      stage('done', { sources: 'stages: [prod]' }),
      stage('prod', { selectors: PROD }),
      target('eu'),
      target('us'),
      target('lab', '{tier: test}'),
    );
    expect(found).toEqual({
      'prod.eu': 'direct',
      'prod.us': 'direct',
      prod: 'All prod.eu prod.us',
      done: 'OneOf prod',
    });
    expect(Object.keys(found)).toEqual(['prod.eu', 'prod.us', 'prod', 'done']);
  });

  it.each([
    ['[{}]', ['eu', 'lab']],
    [
      '[{matchLabels: {tier: test}}, {matchLabels: {tier: prod}}]',
      ['eu', 'lab'],
    ],
    [
      '[{matchExpressions: [{key: tier, operator: NotIn, values: [prod]}]}]',
      ['lab'],
    ],
  ])('are those that any selector fits: %s', (selectors, names) => {
    const { project } = read(
      stage('prod', { selectors }),
      target('eu'),
      target('lab', '{tier: test}'),
    );
    const [gathering] = project!.stages.filter(({ targets }) => targets);
    expect(gathering.targets).toEqual(names.map(name => `prod.${name}`));
    expect(project!.stages[0].target).toEqual({
      stage: 'prod',
      name: names[0],
      labels: expect.anything(),
      params: { replicas: 3 },
    });
  });

  it('let freight soak in every one of them', () => {
    expect(
      edges(
        stage('prod', { selectors: PROD }),
        target('eu'),
        target('us'),
        stage('done', { sources: 'stages: [prod], requiredSoakTime: 1h' }),
      ).done,
    ).toBe('All prod.eu prod.us');
  });

  it.each([
    [
      'there are none',
      [stage('prod', { selectors: PROD }), target('lab', '{tier: test}')],
      'spec.targets: No Target fits the selectors of Stage prod.',
    ],
    [
      'no selector is given',
      [stage('prod', { selectors: '[]' }), target('eu')],
      'spec.targets: No Target fits the selectors of Stage prod.',
    ],
    [
      'nothing is promoted to them',
      [stage('prod', { selectors: PROD, steps: 'vars: []' }), target('eu')],
      'spec.targets: Stage prod has targets and no steps, so nothing is promoted to them.',
    ],
    [
      'another stage has the name',
      [stage('prod', { selectors: PROD }), target('eu'), stage('prod.eu', {})],
      'spec.targets: Stage prod for Target eu has the name of Stage prod.eu.',
    ],
    [
      'a stage matches what they hold',
      [
        stage('prod', { selectors: PROD }),
        target('eu'),
        stage('done', {
          sources:
            'stages: [prod], autoPromotionOptions: {selectionPolicy: MatchUpstream}',
        }),
      ],
      'spec.requestedFreight[0].sources.autoPromotionOptions.selectionPolicy: MatchUpstream never matches prod: each of its targets may hold other freight.',
    ],
    [
      'a soak in them is one of several',
      [
        stage('prod', { selectors: PROD }),
        target('eu'),
        stage('qa', {}),
        stage('done', { sources: 'stages: [prod, qa], requiredSoakTime: 1h' }),
      ],
      'spec.requestedFreight[0].sources.requiredSoakTime: Freight soaks in every target of prod, which cannot be one of several sources.',
    ],
  ])('cannot run when %s', (_, parts, message) => {
    expect(errors(...parts)).toEqual([message]);
  });

  it('are missed by expressions of a stage without any', () => {
    const { project, problems } = read(
      stage('prod', {
        steps:
          'promotionTemplate: {spec: {steps: [{uses: fail, config: {message: "${{ target.params.x }}"}}]}}',
      }),
    );
    expect(project).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: 'This Stage has no targets, so there is no target here.',
        field: 'spec.promotionTemplate.spec.steps[0].config.message',
      },
    ]);
  });

  it('are used for every rule that names the stage', () => {
    const { project, problems } = read(
      stage('prod', { selectors: PROD }),
      target('eu'),
      `---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec: {promotionPolicies: [{stageSelector: {name: prod}, autoPromotionEnabled: true}]}
`,
    );
    expect(problems).toEqual([]);
    expect(project!.stages.map(({ name }) => name)).toEqual([
      'prod.eu',
      'prod',
    ]);
  });
});
