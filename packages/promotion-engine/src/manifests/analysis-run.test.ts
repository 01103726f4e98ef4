import { builtInKinds } from '../registry/builtInKinds';
import { readOptionsOf } from '../registry/readOptionsOf';
import { createRegistry } from '../registry/registry';
import { pipelineManifests } from '../testing/pipelineManifests';
import { readManifests } from './read-manifests';

const options = readOptionsOf(createRegistry(builtInKinds()));

/** Measured by something that only Argo Rollouts knows. */
const template = (name: string, more = '', kind = 'AnalysisTemplate') =>
  `apiVersion: argoproj.io/v1alpha1
kind: ${kind}
metadata: {name: ${name}, namespace: web}
spec:${more}
  metrics: [{name: ${name}, provider: {kayenta: {address: "http://kayenta"}}}]
`;

function read(
  stages: Record<string, { run?: string; uses?: string; metrics?: string }>,
  ...documents: string[]
) {
  const names = Object.keys(stages);
  let text = pipelineManifests('https://git.example/acme/deploy', {
    stages: names,
    sideBySide: true,
    documents,
    annotations: Object.fromEntries(
      names.map(name => [
        name,
        [
          stages[name].run &&
            `stevedore.dev/analysis-run: "${stages[name].run}"`,
          stages[name].metrics &&
            `stevedore.dev/metrics: "${stages[name].metrics}"`,
        ].filter((each): each is string => Boolean(each)),
      ]),
    ),
  });
  for (const name of names)
    text = text.replace(
      new RegExp(`(name: ${name}\\n[^]*?sources: \\{direct: true\\}\\}\\])`),
      `$1\n  verification: {analysisTemplates: [{${stages[name].uses}}], analysisRunMetadata: {labels: {team: a}}}`,
    );
  return readManifests([{ name: 'pipeline.yaml', text }], options);
}
const messages = (result: ReturnType<typeof read>) =>
  result.problems.map(({ message }) => message);

it('says where the runs of a stage are, and what they carry', () => {
  const { project, problems } = read(
    { dev: { run: ' prod-eu/shop ', uses: 'name: canary' } },
    template('canary', '\n  measurementRetention: [{metricName: c, limit: 3}]'),
  );
  expect(problems).toEqual([]);
  expect(project!.stages[0].verification).toMatchObject({
    analysisRun: { cluster: 'prod-eu', namespace: 'shop' },
    analysisRunMetadata: { labels: { team: 'a' } },
  });
  expect(project!.analysisTemplates[0].measurementRetention).toEqual([
    { metricName: 'c', limit: 3 },
  ]);
});

it.each(['shop', 'a/b/c', 'prod/Shop', '/x', ''])(
  'refuses %j as a place',
  place => {
    const result = read(
      { dev: { run: place || ' ', uses: 'name: canary' } },
      template('canary'),
    );
    expect(messages(result)).toContainEqual(
      expect.stringMatching(/is no place for AnalysisRuns/),
    );
  },
);

it('warns of a place where nothing will run', () => {
  const { project, problems } = readManifests(
    [
      {
        name: 'pipeline.yaml',
        text: pipelineManifests('https://git.example/acme/deploy', {
          stages: ['dev'],
          annotations: { dev: ['stevedore.dev/analysis-run: a/b'] },
        }),
      },
    ],
    options,
  );
  expect(project).toBeDefined();
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: 'The stage has no verification that an AnalysisRun could make.',
    }),
  ]);
});

describe('what a template measures with', () => {
  const known = 'Nothing here measures with the provider kayenta.';

  it('is the cluster’s to know where only runs are made of it', () => {
    const result = read(
      {
        dev: { run: 'a/b', uses: 'name: outer' },
        prod: { run: 'a/b', uses: 'name: all, kind: ClusterAnalysisTemplate' },
      },
      template('outer', '\n  templates: [{templateName: inner}]'),
      template('inner'),
      template('all', '', 'ClusterAnalysisTemplate'),
    );
    expect(messages(result)).toEqual([]);
  });

  it.each([
    ['another stage', { prod: { uses: 'name: inner' } }],
    ['a gate', { prod: { run: 'a/b', uses: 'name: outer', metrics: 'inner' } }],
  ])('is checked where %s measures it here', (_, more) => {
    const result = read(
      { dev: { run: 'a/b', uses: 'name: outer' }, ...more },
      template('outer', '\n  templates: [{templateName: inner}]'),
      template('inner'),
    );
    expect(messages(result)).toEqual([known]);
  });

  it('is checked where nobody uses it', () => {
    expect(messages(read({}, template('left')))).toContain(known);
  });
});
