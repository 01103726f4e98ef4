import { readManifests } from '../read-manifests';
import { compileAnnotations } from '../compile-annotations';
import { testOptions } from '../__testUtils__/testOptions';

const compile = (more: Record<string, string>) =>
  compileAnnotations(
    {
      ref: 'component:default/web',
      name: 'web',
      annotations: {
        'stevedore.dev/stages': 'dev, staging, prod',
        'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
        'stevedore.dev/gitops':
          'https://github.com/acme/deploy#main:apps/web/{stage}',
        ...more,
      },
    },
    undefined,
    testOptions,
  );
const read = (more: Record<string, string>) => {
  const { manifests, problems } = compile(more);
  expect(problems).toEqual([]);
  const result = readManifests([{ name: 'a', text: manifests! }], testOptions);
  expect(result.problems).toEqual([]);
  return result.project!;
};

it('names tests that have to pass before anything enters', () => {
  const { stages } = read({
    'stevedore.dev/tests': 'staging = e2e\nprod = e2e, load, e2e',
  });
  expect(stages.map(({ tests }) => tests)).toEqual([
    ...[undefined, ['e2e'], ['e2e', 'load']],
  ]);
});

it('makes a template of each metric, and of one with {stage} one for each stage', () => {
  const { stages, analysisTemplates } = read({
    'stevedore.dev/metrics': `prod = https://slo.acme.dev/web $.budget > -0.5
      staging, prod = https://{stage}.acme.dev/errors $.rate <= 0.01
      https://status.acme.dev/all {$.open} == 0`,
  });
  expect(stages.map(({ metrics }) => metrics)).toEqual([
    ['metric-3'],
    ['metric-2-2', 'metric-3'],
    ['metric-1', 'metric-2-3', 'metric-3'],
  ]);
  expect(
    analysisTemplates.map(({ name, metrics: [metric] }) => [
      name,
      metric.successCondition,
      metric.provider.config,
    ]),
  ).toEqual([
    [
      'metric-1',
      'asFloat(result) > -0.5',
      { url: 'https://slo.acme.dev/web', jsonPath: '{$.budget}' },
    ],
    [
      'metric-2-2',
      'asFloat(result) <= 0.01',
      { url: 'https://staging.acme.dev/errors', jsonPath: '{$.rate}' },
    ],
    [
      'metric-2-3',
      'asFloat(result) <= 0.01',
      { url: 'https://prod.acme.dev/errors', jsonPath: '{$.rate}' },
    ],
    [
      'metric-3',
      'asFloat(result) == 0',
      { url: 'https://status.acme.dev/all', jsonPath: '{$.open}' },
    ],
  ]);
});

it.each([
  ['tests', 'live = e2e', 'There is no stage live'],
  ['tests', 'prod = e2e; prod = load', 'Stage prod has an entry already'],
  ['tests', 'prod', '"="'],
  ['tests', 'prod = e2e load', '"load"'],
  ['metrics', 'live = https://a $.x < 1', 'There is no stage live'],
  ['metrics', 'https://a $.x', 'a comparison such as < is expected'],
  ['metrics', 'https://a $.x < fast', 'a number is expected'],
  ['metrics', 'https://a x < 1', 'a JSONPath'],
  ['metrics', 'https://{freight} $.x < 1', '{freight} is not known here'],
])('refuses %s: %s', (name, text, says) => {
  const { problems } = compile({ [`stevedore.dev/${name}`]: text });
  expect(problems).toEqual([
    expect.objectContaining({ message: expect.stringContaining(says) }),
  ]);
});
