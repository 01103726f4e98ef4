import { ANALYSIS_START } from './testing/analyse';
import { providerExamples } from './testing/providerExample';

/*
 * The examples of docs/analysis/web.md and prometheus.md of https://github.com/argoproj/argo-rollouts (Apache License
 * 2.0), against a server that answers as these do: fields, conditions and arguments as there, queries in short. What
 * only a controller in a cluster has (requests signed for AWS, pod hashes of a Rollout) is not among them.
 */

const { service, run } = providerExamples();

const ARGS = `  args:
  - name: service-name`;
const TOKEN = `${ARGS}
  - name: api-token
    valueFrom: {secretKeyRef: {name: token-secret, key: apiToken}}`;

describe('web', () => {
  const web = (condition: string, rest: string) => `${TOKEN}
  metrics:
  - name: webmetric
    successCondition: ${condition}
    provider:
      web:
        url: "ADDRESS/api/v1/measurement?service={{ args.service-name }}"
        timeoutSeconds: 20
        headers: [{key: Authorization, value: "Bearer {{ args.api-token }}"}]
${rest}`;
  const data = (ok: boolean, successPercent: number) => ({
    data: { ok, successPercent },
  });

  it.each<[string, string, string, unknown, string]>([
    [
      'one value',
      'result == true',
      '        jsonPath: "{$.data.ok}"',
      data(true, 0.95),
      'Successful',
    ],
    [
      'one value that is another',
      'result == true',
      '        jsonPath: "{$.data.ok}"',
      data(false, 0.95),
      'Failed',
    ],
    [
      'an object',
      'result.ok && result.successPercent >= 0.90',
      '        jsonPath: "{$.data}"',
      data(true, 0.95),
      'Successful',
    ],
    [
      'an object of which one part does not hold',
      'result.ok && result.successPercent >= 0.90',
      '        jsonPath: "{$.data}"',
      data(true, 0.89),
      'Failed',
    ],
    ['the whole body', 'result.data.ok', '', data(true, 0.95), 'Successful'],
    [
      'a text as a number',
      'asFloat(result) >= 0.90',
      '        jsonPath: "{$.results.successPercent}"',
      { results: { successPercent: '0.95' } },
      'Successful',
    ],
    [
      'a text that says so',
      "result == 'true'",
      '        jsonPath: "{$.results.ok}"',
      { results: { ok: 'true' } },
      'Successful',
    ],
  ])('%s', async (_, condition, rest, answer, phase) => {
    const found = await run(web(`"${condition}"`, rest), answer);
    expect(found).toMatchObject({ phase, minutes: 0 });
    expect(found.asked).toMatchObject([
      {
        method: 'GET',
        url: '/api/v1/measurement?service=guestbook',
        headers: { authorization: 'Bearer of-the-api' },
      },
    ]);
  });

  it('sends a body', async () => {
    const body = `        method: POST
        body: "{\\"key\\": \\"string value\\"}"
        jsonPath: "{$.data.ok}"`;
    const { phase, asked } = await run(
      web('result == true', body),
      data(true, 1),
    );
    expect([phase, asked[0].method, asked[0].body]).toEqual([
      'Successful',
      'POST',
      '{"key": "string value"}',
    ]);
  });

  it('refuses a GET with a body', async () => {
    await expect(
      run(web('result == true', '        body: x'), {}),
    ).rejects.toThrow('A GET has no body');
  });

  it('takes defaults of arguments, and others in their place', async () => {
    const template = `  args:
  - name: service-name
  - name: stable-hash
  - name: latest-hash
  - {name: api-url, value: ADDRESS/measure}
  metrics:
  - name: webmetric
    successCondition: result == 'true'
    provider:
      web:
        url: "{{ args.api-url }}?service={{ args.service-name }}"
        jsonPath: "{$.results.ok}"`;
    const answer = { results: { ok: 'true' } };
    const given = {
      'service-name': 'guestbook',
      'stable-hash': 'a',
      'latest-hash': 'b',
    };
    await run(template, answer, given);
    const other = `${service.address}/other`;
    await run(template, answer, { ...given, 'api-url': other });
    expect(service.requests.map(({ url }) => url)).toEqual([
      '/measure?service=guestbook',
      '/other?service=guestbook',
    ]);
  });
});

describe('prometheus', () => {
  const vector = (...values: string[]) => ({
    status: 'success',
    data: {
      resultType: 'vector',
      result: values.map(value => ({ metric: {}, value: [1, value] })),
    },
  });
  const matrix = (...values: string[]) => ({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [{ metric: {}, values: values.map((each, at) => [at, each]) }],
    },
  });
  const prometheus = (more: string, args = ARGS) => `${args}
  metrics:
  - name: success-rate
    interval: 5m
    count: 5
    successCondition: result[0] >= 0.95
    failureLimit: 3
    provider:
      prometheus:
        address: ADDRESS
        timeout: 40
        query: sum(irate(istio_requests_total{destination_service=~"{{args.service-name}}"}[5m]))
${more}`;

  it.each<[string, string, string]>([
    ['0.97', 'Successful', '0.97'],
    ['0.5', 'Failed', '0.5'],
    ['NaN', 'Failed', '"NaN"'],
  ])('%s of a vector: %s', async (value, phase, shown) => {
    const headers = '        headers: [{key: X-Scope-OrgID, value: tenant_a}]';
    const found = await run(prometheus(headers), vector(value));
    expect(found.phase).toBe(phase);
    const [{ url, headers: sent, body }] = found.asked;
    expect([url, sent['x-scope-orgid']]).toEqual(['/api/v1/query', 'tenant_a']);
    expect(new URLSearchParams(body).get('query')).toContain('"guestbook"');
    if (phase === 'Failed') expect(found.said).toContain(`got [${shown}]`);
  });

  it.each<[string[], string]>([
    [['10', '999'], 'Successful'],
    [['10', '1000'], 'Failed'],
  ])('a range of which every value counts: %j', async (values, phase) => {
    const template = `  args: [{name: service-name}, {name: lookback-duration, value: 5m}]
  metrics:
  - name: success-rate
    successCondition: "all(result, # < 1000)"
    provider:
      prometheus:
        rangeQuery:
          start: 'now() - duration("{{args.lookback-duration}}")'
          end: 'now()'
          step: 1m
        address: ADDRESS
        query: http_latency_ms{service="{{args.service-name}}"}`;
    const found = await run(template, matrix(...values));
    expect(found.phase).toBe(phase);
    const form = new URLSearchParams(found.asked[0].body);
    const now = ANALYSIS_START / 1000;
    expect([form.get('start'), form.get('end'), form.get('step')]).toEqual([
      `${now - 300}`,
      `${now}`,
      '60',
    ]);
  });

  const secret = (name: string, of: string, key: string) =>
    `  - {name: ${name}, valueFrom: {secretKeyRef: {name: ${of}, key: ${key}}}}`;

  it('signs in by OAuth 2', async () => {
    const oauth2 = `        authentication:
          oauth2:
            tokenUrl: ADDRESS/token
            clientId: my-client-id
            clientSecret: "{{ args.oauthSecret }}"
            scopes: ["my-oauth2-scope"]`;
    const args = [ARGS, secret('oauthSecret', 'oauth-secret', 'secret')];
    const { phase, asked } = await run(
      prometheus(oauth2, args.join('\n')),
      vector('1'),
    );
    expect(phase).toBe('Successful');
    expect(asked[0].body).toContain('client_secret=of-oauth');
    expect(asked[1].headers.authorization).toBe('Bearer of-the-client');
  });

  it('signs in by name and password', async () => {
    const basic = `        authentication:
          basicAuth:
            username: "{{ args.basicAuthUsername }}"
            password: "{{ args.basicAuthSecret }}"`;
    const args = [
      ARGS,
      secret('basicAuthUsername', 'basicauth-secret', 'username'),
      secret('basicAuthSecret', 'basicauth-secret', 'secret'),
    ];
    const { phase, asked } = await run(
      prometheus(basic, args.join('\n')),
      vector('1'),
    );
    const pair = Buffer.from('grafana:of-basic').toString('base64');
    expect([phase, asked[0].headers.authorization]).toEqual([
      'Successful',
      `Basic ${pair}`,
    ]);
  });

  it('takes its port from an argument', async () => {
    const { port } = new URL(service.address);
    const template = `  args: [{name: prometheus-port, value: "${port}"}]
  metrics:
  - name: success-rate
    successCondition: result[0] >= 0.95
    provider: {prometheus: {address: "http://127.0.0.1:{{args.prometheus-port}}", query: up}}`;
    expect(await run(template, vector('1'), {})).toMatchObject({
      phase: 'Successful',
      minutes: 0,
    });
  });
});
