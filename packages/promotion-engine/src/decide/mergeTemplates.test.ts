import { AnalysisTemplate, MetricTemplate } from '../model/definition';
import { mergeTemplates } from './mergeTemplates';

const metric = (name: string): MetricTemplate => ({
  name,
  initialDelayMs: 0,
  failureLimit: 0,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 4,
  provider: { id: 'web', config: {} },
});

const template = (
  name: string,
  parts: Partial<AnalysisTemplate> = {},
): AnalysisTemplate => ({
  kind: 'AnalysisTemplate',
  name,
  args: [],
  metrics: [metric(name)],
  ...parts,
});
const of = (name: string) => ({ kind: 'AnalysisTemplate' as const, name });

describe('mergeTemplates', () => {
  it('takes in what templates name themselves, each once, in circles too', () => {
    const known = [
      template('a', { templates: [of('b'), of('c')] }),
      template('b', { templates: [of('c')] }),
      template('c', { templates: [of('a')] }),
      template('d'),
    ];
    const { metrics } = mergeTemplates([of('a'), of('c')], known);
    expect(metrics.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('takes an argument from whoever gives it a value', () => {
    const secret = { name: 'keys', key: 'token' };
    const known = [
      template('a', { args: [{ name: 'x' }, { name: 's', secret }] }),
      template('b', { args: [{ name: 'x', value: '1' }, { name: 's' }] }),
    ];
    expect(mergeTemplates([of('a'), of('b')], known).args).toEqual([
      { name: 'x', value: '1' },
      { name: 's', secret },
    ]);
  });

  it('knows the metrics that decide nothing by regular expressions', () => {
    const known = [
      template('errors', { dryRun: ['^lat'] }),
      template('latency-p99'),
      template('flat'),
    ];
    const references = known.map(({ name }) => of(name));
    expect([...mergeTemplates(references, known).dryRun]).toEqual([
      'latency-p99',
    ]);
  });

  it.each<[string, AnalysisTemplate[], string]>([
    [
      'one that is not there',
      [template('b')],
      'there is no AnalysisTemplate a',
    ],
    [
      'a part that is not there',
      [template('a', { templates: [of('x')] })],
      'there is no AnalysisTemplate x',
    ],
    [
      'two metrics of one name',
      [
        template('a', { templates: [of('b')] }),
        template('b', { metrics: [metric('a')] }),
      ],
      'two metrics are named a; one of them is of AnalysisTemplate b',
    ],
    [
      'two values of one argument',
      [
        template('a', {
          templates: [of('b')],
          args: [{ name: 'x', value: '1' }],
        }),
        template('b', { args: [{ name: 'x', value: '2' }] }),
      ],
      'the argument x has two values, "1" and "2"',
    ],
    [
      'a dry run of nothing',
      [template('a', { dryRun: ['b'] })],
      'dryRun names b, and no metric has such a name',
    ],
    [
      'a dry run that is no expression',
      [template('a', { dryRun: ['('] })],
      'cannot be read',
    ],
  ])('refuses %s', (_, known, says) => {
    expect(() => mergeTemplates([of('a')], known)).toThrow(says);
  });
});
