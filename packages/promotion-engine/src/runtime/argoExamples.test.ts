import { analyse } from './testing/analyse';
import { Series, told } from './testing/told';

/*
 * The examples of Argo Rollouts' documentation that say which verdict they give: names, conditions and limits as in
 * docs/features/analysis.md of https://github.com/argoproj/argo-rollouts (Apache License 2.0), queries in short. Where
 * an example has no end (it goes on as long as its Rollout does), a count gives it one. Two sentences of that page
 * are not what Argo's controller does, nor what is done here; they are marked below.
 */

const BROKEN = new Error('no route to host');

const GIVEN = {
  'service-name': 'guestbook-svc.default.svc.cluster.local',
  every: '1m',
};

async function verdict(templates: string[], series: Series) {
  const found = await analyse({
    templates,
    verifiers: told(series),
    args: GIVEN,
  });
  const { phase, measurements, minutes } = found;
  return { phase, taken: measurements.length, minutes };
}

const prometheus = (query: string) =>
  `    provider: {prometheus: {address: "http://prometheus.example.com:9090", query: ${query}}}`;
const args = '  args: [{name: service-name}]\n';
const good = [[0.97]];
const bad = [[0.5]];

const SUCCESS_RATE = `${args}  metrics:
  - name: success-rate
    interval: 5m
    count: 5
    successCondition: result[0] >= 0.95
    failureLimit: 3
${prometheus('rate')}`;

const ERROR_RATE = `${args}  metrics:
  - name: error-rate
    interval: 5m
    count: 5
    successCondition: result[0] <= 0.95
    failureLimit: 3
${prometheus('errors')}`;

const INLINE = `${args}  metrics:
  - name: success-rate
    successCondition: result[0] >= 0.95
${prometheus('rate')}`;

const SEVERAL = INLINE.replace(
  'successCondition',
  'interval: 60s\n    count: 5\n    successCondition',
);

const TOTAL_ERRORS = `${args}  metrics:
  - name: total-errors
    interval: 5m
    count: 5
    failureCondition: result[0] >= 10
    failureLimit: 3
${prometheus('errors')}`;

const NO_CONDITION = `  metrics:
  - name: my-query
${prometheus('rate')}`;

const EITHER = `  metrics:
  - name: success-rate
    successCondition: result[0] >= 0.90
    failureCondition: result[0] < 0.50
${prometheus('rate')}`;

const EITHER_OFTEN = EITHER.replace(
  'successCondition',
  'interval: 1m\n    count: 3\n    successCondition',
);

const DELAYED = `  metrics:
  - name: success-rate
    initialDelay: 5m
    successCondition: result[0] >= 0.90
${prometheus('rate')}`;

const BY_ARGUMENT = DELAYED.replace(
  '  metrics',
  '  args: [{name: every}]\n  metrics',
).replace('successC', 'interval: "{{args.every}}"\n    count: 3\n    successC');

const ENOUGH_IN_A_ROW = `  metrics:
  - name: success-rate
    interval: 1m
    count: 10
    successCondition: result[0] >= 0.95
    failureLimit: -1
    consecutiveSuccessLimit: 4
${prometheus('rate')}`;

const FLAKY = `  metrics:
  - name: success-rate
    interval: 1m
    count: 2
    consecutiveErrorLimit: 2
    successCondition: result[0] >= 0.95
${prometheus('rate')}`;

const DRY = (pattern: string) => `  dryRun: [{metricName: ${pattern}}]
  metrics:
  - name: total-5xx-errors
    interval: 5m
    count: 5
    failureCondition: result[0] >= 10
    failureLimit: 3
${prometheus('5xx')}
  - name: total-4xx-errors
    interval: 5m
    count: 5
    failureCondition: result[0] >= 10
    failureLimit: 3
${prometheus('4xx')}`;

const RETAINED = (pattern: string) =>
  DRY(pattern)
    .replace('dryRun', 'measurementRetention')
    .replace(`${pattern}}`, `${pattern}, limit: 20}`);

type Row = [string, string[], Series, string, number, number];

const rows = (section: string, ...each: Row[]): Row[] =>
  each.map(([what, ...rest]) => [`${section}: ${what}`, ...rest]);

describe('an analysis gives the verdict that is documented', () => {
  it.each<Row>([
    ...rows(
      'background analysis',
      ['passes', [SUCCESS_RATE], { rate: good }, 'Successful', 5, 20],
      [
        'three failures are allowed (the page says that the third ends it; failureLimit is what is allowed)',
        [SUCCESS_RATE],
        { rate: [[0.1], [0.1], [0.1], [0.97]] },
        ...(['Successful', 5, 20] as const),
      ],
      [
        'one more ends it at once',
        [SUCCESS_RATE],
        { rate: bad },
        ...(['Failed', 4, 15] as const),
      ],
    ),
    ...rows(
      'inline analysis',
      ['is measured once', [INLINE], { rate: good }, 'Successful', 1, 0],
      ['or fails at once', [INLINE], { rate: bad }, 'Failed', 1, 0],
      ['by count', [SEVERAL], { rate: good }, 'Successful', 5, 4],
      [
        'by count, no failure is allowed',
        [SEVERAL],
        { rate: [[0.97], [0.5]] },
        ...(['Failed', 2, 1] as const),
      ],
    ),
    ...rows(
      'multiple templates',
      [
        'both pass',
        [SUCCESS_RATE, ERROR_RATE],
        { rate: good, errors: [[0.01]] },
        ...(['Successful', 10, 20] as const),
      ],
      [
        'the worst counts',
        [SUCCESS_RATE, ERROR_RATE],
        { rate: good, errors: [[0.99]] },
        ...(['Failed', 8, 15] as const),
      ],
    ),
    ...rows(
      'failure conditions',
      [
        'what does not meet it passes',
        [TOTAL_ERRORS],
        { errors: [[2], [9]] },
        ...(['Successful', 5, 20] as const),
      ],
      [
        'what meets it fails',
        [TOTAL_ERRORS],
        { errors: [[10]] },
        ...(['Failed', 4, 15] as const),
      ],
    ),
    ...rows(
      'dry run',
      [
        'of one metric fails nothing',
        [DRY('total-5xx-errors')],
        { '5xx': [[99]], '4xx': [[1]] },
        ...(['Successful', 9, 20] as const),
      ],
      [
        'the other metric decides',
        [DRY('total-5xx-errors')],
        { '5xx': [[1]], '4xx': [[99]] },
        ...(['Failed', 8, 15] as const),
      ],
      [
        'of all metrics, one fails',
        [DRY('.*')],
        { '5xx': [[1]], '4xx': [[99]] },
        ...(['Successful', 9, 20] as const),
      ],
      [
        'of all metrics, both fail',
        [DRY('.*')],
        { '5xx': [[99]], '4xx': [[99]] },
        ...(['Successful', 8, 15] as const),
      ],
    ),
    ...rows(
      'measurement retention',
      [
        'of one metric changes no verdict',
        [RETAINED('total-5xx-errors')],
        { '5xx': [[1]], '4xx': [[1]] },
        ...(['Successful', 10, 20] as const),
      ],
      [
        'of all metrics neither',
        [RETAINED('.*')],
        { '5xx': [[1]], '4xx': [[99]] },
        ...(['Failed', 8, 15] as const),
      ],
    ),
    ...rows(
      'inconclusive runs',
      [
        'without conditions it passes (the page says inconclusive; the controller has always passed it)',
        [NO_CONDITION],
        { rate: bad },
        ...(['Successful', 1, 0] as const),
      ],
      ['success', [EITHER], { rate: [[0.9]] }, 'Successful', 1, 0],
      ['failure', [EITHER], { rate: [[0.49]] }, 'Failed', 1, 0],
      ['neither', [EITHER], { rate: [[0.5]] }, 'Inconclusive', 1, 0],
      [
        'one may be, where that is allowed',
        [
          EITHER_OFTEN.replace(
            'count: 3',
            'count: 3\n    inconclusiveLimit: 1',
          ),
        ],
        { rate: [[0.95], [0.7], [0.95]] },
        ...(['Successful', 3, 2] as const),
      ],
      [
        'and a second one ends it',
        [
          EITHER_OFTEN.replace(
            'count: 3',
            'count: 3\n    inconclusiveLimit: 1',
          ),
        ],
        { rate: [[0.7]] },
        ...(['Inconclusive', 2, 1] as const),
      ],
    ),
    ...rows(
      'delay',
      ['of five minutes', [DELAYED], { rate: good }, 'Successful', 1, 5],
      [
        'with an interval from an argument',
        [BY_ARGUMENT],
        { rate: good },
        ...(['Successful', 3, 7] as const),
      ],
    ),
    ...rows(
      'consecutive successes',
      [
        'enough in a row end it early',
        [ENOUGH_IN_A_ROW],
        { rate: [[0.97], [0.97], [0.1], [0.97]] },
        ...(['Successful', 7, 6] as const),
      ],
      [
        'never enough of them is inconclusive',
        [ENOUGH_IN_A_ROW],
        { rate: Array.from({ length: 10 }, (_, n) => [n % 2]) },
        ...(['Inconclusive', 10, 9] as const),
      ],
      [
        'failures beyond the limit go first',
        [ENOUGH_IN_A_ROW.replace('failureLimit: -1', 'failureLimit: 3')],
        { rate: bad },
        ...(['Failed', 4, 3] as const),
      ],
    ),
    ...rows(
      'errors',
      [
        'are repeated, and are no failures',
        [FLAKY],
        { rate: [BROKEN, BROKEN, [0.97]] },
        ...(['Successful', 4, 3] as const),
      ],
      [
        'too many in a row end it',
        [FLAKY],
        { rate: [BROKEN] },
        ...(['Error', 3, 2] as const),
      ],
      [
        'apart they do not add up',
        [FLAKY.replace('count: 2', 'count: 3')],
        { rate: [BROKEN, BROKEN, [0.97], BROKEN, BROKEN, [0.97]] },
        ...(['Successful', 7, 6] as const),
      ],
      [
        'five in a row, ten seconds apart, where nothing else is said',
        [INLINE],
        { rate: [BROKEN] },
        ...(['Error', 5, 40 / 60] as const),
      ],
    ),
  ])('%s', async (_, templates, series, phase, taken, minutes) => {
    expect(await verdict(templates, series)).toEqual({ phase, taken, minutes });
  });

  it('background analysis without an end goes on until it fails', async () => {
    const endless = SUCCESS_RATE.replace('    count: 5\n', '');
    expect(await verdict([endless], { rate: good })).toMatchObject({
      phase: 'Running',
    });
    const rate = [...Array(20).fill([0.97]), [0.1]];
    expect(await verdict([endless], { rate })).toMatchObject({
      ...{ phase: 'Failed', taken: 24 },
    });
  });

  it('a ClusterAnalysisTemplate is one for every project', async () => {
    const asked = { templates: [INLINE], verifiers: told({ rate: good }) };
    const kind = 'ClusterAnalysisTemplate' as const;
    expect(await analyse({ ...asked, kind, args: GIVEN })).toMatchObject({
      phase: 'Successful',
    });
  });

  it.each<[string, string[], string]>([
    [
      'two metrics of one name',
      [SUCCESS_RATE, SUCCESS_RATE],
      'two metrics are named success-rate',
    ],
    [
      'one argument with two values',
      [
        INLINE.replace('service-name}', 'service-name, value: a}'),
        ERROR_RATE.replace('service-name}', 'service-name, value: b}'),
      ],
      'the argument service-name has two values, "a" and "b"',
    ],
    [
      'a required argument that nobody gives',
      [INLINE.replace('service-name}', 'other}')],
      'needs the argument other',
    ],
    [
      'an argument that only a Rollout knows',
      [
        INLINE.replace(
          'service-name}',
          'hash, valueFrom: {podTemplateHashValue: Latest}}',
        ),
      ],
      'Only an analysis in a cluster knows the fields of its Rollout',
    ],
  ])('templates are refused with %s', async (_, templates, says) => {
    await expect(verdict(templates, { rate: good })).rejects.toThrow(says);
  });
});
