import { providerExamples } from './testing/providerExample';

/*
 * The examples of docs/analysis/datadog.md and newrelic.md of https://github.com/argoproj/argo-rollouts (Apache License
 * 2.0), against a server that answers as these do: fields, conditions and arguments as there, queries in short.
 */

const { run } = providerExamples();

const ARGS = `  args:
  - name: service-name`;
describe('datadog', () => {
  const v1 = (value: number | null) => ({
    series: [{ pointlist: [[1, value]] }],
  });
  const v2 = (...columns: object[]) => ({ data: { attributes: { columns } } });
  const numbers = (...values: (number | null)[]) => ({
    ...{ type: 'number', name: 'q', values },
  });
  const metric = (conditions: string, rest: string, args = ARGS) => `${args}
  metrics:
  - name: error-rate
    interval: 5m
    count: 3
${conditions}
    provider:
      datadog:
        interval: 5m
${rest}`;
  const limit = '    successCondition: result <= 0.01\n    failureLimit: 3';
  const byDefault = '    successCondition: default(result, 0) < 10';
  const query =
    '        query: "sum:requests.errors{service:{{args.service-name}}}"';

  it.each<[string, string, unknown, string]>([
    [
      'a query of v2',
      metric(limit, `        apiVersion: v2\n${query}`),
      v2(numbers(0.005)),
      'Successful',
    ],
    [
      'a query of v2 with a secret of its own',
      metric(
        limit,
        `        apiVersion: v2\n        secretRef: {name: "mysecret", namespaced: true}\n${query}`,
      ),
      v2(numbers(0.005)),
      'Successful',
    ],
    [
      'a query of v1 without a value',
      metric(byDefault, `        apiVersion: v1\n${query}`),
      v1(null),
      'Successful',
    ],
    [
      'queries and a formula',
      metric(
        byDefault,
        `        apiVersion: v2
        queries:
          a: sum:requests.errors{service:{{args.service-name}}}.as_count()
          b: sum:requests{service:{{args.service-name}}}.as_count()
        formula: "moving_rollup(a, 60, 'sum') / b"`,
      ),
      v2(numbers(11)),
      'Failed',
    ],
    [
      'another aggregator, and time to answer',
      metric(
        '    successCondition: default(result, 0) < 5',
        `        apiVersion: v2
        aggregator: sum
        requestTimeout: 30s
${query}`,
      ),
      v2(numbers(4.9)),
      'Successful',
    ],
    [
      'a value for each group, of which one is too high',
      metric(
        '    successCondition: max(result) < 0.05',
        '        apiVersion: v2\n        query: "sum:errors{*} by {resource_name}.as_count()"',
      ),
      v2(
        { type: 'group', values: [['GET /a'], ['GET /b']] },
        numbers(0.01, 0.06),
      ),
      'Failed',
    ],
    [
      'one group is a list, too',
      metric(
        '    successCondition: len(result) == 1 && max(result) < 0.05',
        '        apiVersion: v2\n        query: "sum:errors{*} by {resource_name}.as_count()"',
      ),
      v2({ type: 'group', values: [['GET /a']] }, numbers(0.01)),
      'Successful',
    ],
  ])('%s', async (_, template, answer, phase) => {
    const found = await run(template, answer);
    expect({ phase: found.phase, said: found.said }).toMatchObject({ phase });
    const secret = template.includes('mysecret') ? 'c' : 'a';
    expect(found.asked[0].headers['dd-api-key']).toBe(secret);
  });

  it.each<[number, string, number]>([
    [4, 'Successful', 1.5],
    [5, 'Failed', 1],
  ])(
    '%d restarts, by arguments with dots in their names: %s',
    async (restarts, phase, minutes) => {
      const template = `  args:
  - name: canary-hash
  - name: service-name
  - {name: restarts.initial-delay, value: "60s"}
  - {name: restarts.max-restarts, value: "4"}
  metrics:
  - name: kubernetes.containers.restarts
    initialDelay: "{{ args.restarts.initial-delay }}"
    interval: 15s
    count: 3
    failureCondition: default(result, 0) > {{ args.restarts.max-restarts }}
    failureLimit: 0
    provider:
      datadog:
        apiVersion: v2
        interval: 5m
        queries:
          q: "max:restarts{service-name:{{args.service-name}},hash:{{args.canary-hash}}}"`;
      const found = await run(template, v2(numbers(restarts)), {
        'service-name': 'guestbook',
        'canary-hash': 'abc',
      });
      expect(found).toMatchObject({ phase, minutes });
      expect(found.asked[0].body).toContain('service-name:guestbook,hash:abc');
    },
  );
});

describe('newRelic', () => {
  const template = `  args: [{name: application-name}]
  metrics:
  - name: success-rate
    successCondition: result.successRate >= 0.95
    provider:
      newRelic:
        profile: my-newrelic-secret
        query: FROM Transaction SELECT percentage(count(*)) as successRate where appName = '{{ args.application-name }}'`;
  const results = (...each: object[]) => ({
    data: { actor: { account: { nrql: { results: each } } } },
  });
  const args = { 'application-name': 'guestbook' };

  it.each([
    [0.96, 'Successful'],
    [0.94, 'Failed'],
  ])('%d: %s', async (successRate, phase) => {
    const found = await run(template, results({ successRate }), args);
    expect(found.phase).toBe(phase);
    expect(found.asked[0].body).toContain("appName = 'guestbook'");
    expect(found.asked[0].headers['api-key']).toBe('of-mine');
  });

  it('finds a result by the name of its function', async () => {
    const named = template.replace(
      'result.successRate >= 0.95',
      `result['average.duration'] < 2`,
    );
    const answer = results({ 'average.duration': 1.5 });
    expect((await run(named, answer, args)).phase).toBe('Successful');
  });
});
