import { analyse } from './testing/analyse';
import { told } from './testing/told';

/*
 * "Handling Metric Results" of docs/features/analysis.md of https://github.com/argoproj/argo-rollouts (Apache License
 * 2.0): conditions, results and verdicts as there.
 */

const metric = (conditions: string[]) => `  metrics:
  - name: success-rate
    ${conditions.join('\n    ')}
    provider: {prometheus: {address: "http://prometheus.example.com:9090", query: rate}}`;

const once = (result: unknown, ...conditions: string[]) =>
  analyse({
    templates: [metric(conditions)],
    verifiers: told({ rate: [result] }),
  });

const ATLEAST = 'successCondition: result >= 0.95';
/** One error is enough. */
const AT_ONCE = 'consecutiveErrorLimit: 0';

describe('what is no common number gives the verdict that is documented', () => {
  it.each<[unknown, string, string[]]>([
    [NaN, 'Successful', ['successCondition: isNaN(result) || result >= 0.95']],
    [NaN, 'Inconclusive', [ATLEAST, 'failureCondition: result < 0.95']],
    [NaN, 'Failed', [ATLEAST]],
    [Infinity, 'Successful', [ATLEAST]],
    [Infinity, 'Failed', ['failureCondition: isInf(result)']],
    [
      [],
      'Successful',
      ['successCondition: len(result) == 0 || result[0] >= 0.95'],
    ],
    [[], 'Failed', ['successCondition: len(result) > 0 && result[0] >= 0.95']],
    // of which nobody thought
    [[], 'Error', ['successCondition: result[0] >= 0.95', AT_ONCE]],
    // Datadog has no value for a time without traffic
    [null, 'Error', ['successCondition: result < 0.05', AT_ONCE]],
    [null, 'Successful', ['successCondition: default(result, 0) < 0.05']],
  ])('%p: %s by %j', async (result, phase, conditions) => {
    expect(await once(result, ...conditions)).toMatchObject({
      phase,
      measurements: [{ phase }],
    });
  });

  it.each<[number | number[], string]>([
    [NaN, 'NaN'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [[0.5, NaN], '[0.5,"NaN"]'],
  ])('%p is kept as %s', async (result, value) => {
    const { measurements } = await once(result, AT_ONCE);
    expect(measurements).toMatchObject([{ value }]);
  });
});
