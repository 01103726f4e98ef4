import { AnalysisTemplate, MetricTemplate } from '../../model/definition';
import { analysisRunSpec } from './analysisRunSpec';
import { analysisRunMetadata, analysisRunName } from './newAnalysisRun';

const metric = (name: string, more: Partial<MetricTemplate> = {}) => ({
  name,
  initialDelayMs: 0,
  failureLimit: 0,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 4,
  provider: { id: 'job', config: { spec: { template: {} } } },
  ...more,
});
const template = (
  name: string,
  more: Partial<AnalysisTemplate> = {},
): AnalysisTemplate => ({
  kind: 'AnalysisTemplate',
  name,
  args: [],
  metrics: [metric(name)],
  ...more,
});
const of = (name: string) => ({ kind: 'AnalysisTemplate' as const, name });

describe('analysisRunSpec', () => {
  it('merges what the templates say, as Argo writes it', () => {
    const known = [
      template('errors', {
        args: [
          { name: 'service' },
          { name: 'token', secret: { name: 'prometheus', key: 'token' } },
          { name: 'limit', value: '0.1' },
        ],
        metrics: [
          metric('errors', {
            intervalMs: 60_000,
            initialDelayMs: 1_500,
            count: '{{args.count}}',
            successCondition: 'result < {{args.limit}}',
          }),
        ],
        templates: [of('deeper')],
        dryRun: ['deep.*'],
      }),
      template('deeper', {
        metrics: [metric('deeper', { intervalMs: '{{args.every}}' })],
        measurementRetention: [{ metricName: 'deeper', limit: 20 }],
      }),
    ];
    const given = { service: 'shop', nobody: 'wants it' };
    expect(analysisRunSpec([of('errors')], known, given)).toEqual({
      args: [
        { name: 'service', value: 'shop' },
        {
          name: 'token',
          valueFrom: { secretKeyRef: { name: 'prometheus', key: 'token' } },
        },
        { name: 'limit', value: '0.1' },
      ],
      metrics: [
        {
          name: 'errors',
          interval: '60s',
          initialDelay: '1500ms',
          count: '{{args.count}}',
          successCondition: 'result < {{args.limit}}',
          failureLimit: 0,
          inconclusiveLimit: 0,
          consecutiveErrorLimit: 4,
          provider: { job: { spec: { template: {} } } },
        },
        expect.objectContaining({
          name: 'deeper',
          interval: '{{args.every}}',
        }),
      ],
      dryRun: [{ metricName: 'deep.*' }],
      measurementRetention: [{ metricName: 'deeper', limit: 20 }],
    });
  });

  it.each<[string, AnalysisTemplate[], string]>([
    [
      'an argument without a value',
      [template('a', { args: [{ name: 'x' }] })],
      'the argument x has no value',
    ],
    [
      'two metrics of one name',
      [
        template('a', { templates: [of('b')] }),
        template('b', { metrics: [metric('a')] }),
      ],
      'two metrics are named a',
    ],
    ['a template that is not there', [], 'there is no AnalysisTemplate a'],
  ])('refuses %s', (_, known, says) => {
    expect(() => analysisRunSpec([of('a')], known, {})).toThrow(says);
  });
});

const subject = {
  project: 'shop',
  stage: 'Prod',
  verification: '01hv3x',
  collection: 'c0ffee',
  promotion: 'prod.01hv.abc',
};

it('is named as Kargo names it, and never too long', () => {
  expect(analysisRunName(subject)).toBe('prod.01hv3x.c0ffee');
  const long = analysisRunName({ ...subject, stage: 'x'.repeat(300) });
  expect(long).toHaveLength(253);
  expect(long).toMatch(/x\.01hv3x\.c0ffee$/);
});

it('has Kargo’s labels and annotations, which nobody’s own take the place of', () => {
  expect(
    analysisRunMetadata(
      { ...subject, stage: `${'x'.repeat(62)}-y` },
      { labels: { team: 'a', 'kargo.akuity.io/stage': 'other' } },
    ),
  ).toEqual({
    labels: {
      team: 'a',
      'kargo.akuity.io/stage': 'x'.repeat(62),
      'kargo.akuity.io/freight-collection': 'c0ffee',
      'stevedore.dev/project': 'shop',
      'stevedore.dev/stage': 'x'.repeat(62),
    },
    annotations: {
      'kargo.akuity.io/stage': `${'x'.repeat(62)}-y`,
      'kargo.akuity.io/promotion': 'prod.01hv.abc',
      'stevedore.dev/stage': `shop:${'x'.repeat(62)}-y`,
      'stevedore.dev/verification': '01hv3x',
    },
  });
});
