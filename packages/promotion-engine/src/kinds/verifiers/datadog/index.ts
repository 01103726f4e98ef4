import { z } from 'zod';
import { parseDuration } from '../../../model/duration';
import { HttpRequest } from '../../../ports/runtime';
import { defineVerifier, VerifierTools } from '../../../registry/verifier';
import { answeredJson } from '../_shared/answeredJson';
import { requireKeys } from '../_shared/requireKeys';
import { datadogSchema } from './schema';

type Config = z.infer<typeof datadogSchema>;
type Value = number | null | (number | null)[];
type Request = Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body'>;

/**
 * Argo's `datadog` metric provider. `result` is the last value of the first series (v1) or the value of the formula
 * (v2), and nil where there is none; a query that groups gives the list of the values of its groups. The secret has the keys `api-key`, `app-key` and, for another site, `address`.
 */
export const datadogVerifier = defineVerifier({
  id: 'datadog',
  schema: datadogSchema,
  async measure(config, tools) {
    const { request, read } = await requestOf(config, tools);
    const response = await tools.http.send({
      ...request,
      timeoutMs: durationOf(config, 'requestTimeout'),
      signal: tools.signal,
    });
    const { origin } = new URL(request.url);
    return read(answeredJson(origin, response));
  },
});

async function requestOf(
  config: Config,
  { now, secret }: VerifierTools,
): Promise<{ request: Request; read(answer: unknown): Value }> {
  const { name } = config.secretRef;
  const keys = requireKeys(name, await secret(name), ['api-key', 'app-key']);
  const address = (keys.address ?? 'https://api.datadoghq.com').replace(
    /\/+$/,
    '',
  );
  const headers = {
    'content-type': 'application/json',
    'dd-api-key': keys['api-key'],
    'dd-application-key': keys['app-key'],
  };
  const interval = durationOf(config, 'interval');
  const to = Math.floor(now / 1000);
  const from = Math.floor((now - interval) / 1000);
  if (config.apiVersion === 'v2') {
    const body = JSON.stringify(scalarRequest(config, from, to));
    const url = `${address}/api/v2/query/scalar`;
    return {
      request: { url, method: 'POST', headers, body },
      read: readScalar,
    };
  }
  const query = new URLSearchParams({
    query: config.query!,
    from: String(from),
    to: String(to),
  });
  const url = `${address}/api/v1/query?${query}`;
  return { request: { url, method: 'GET', headers }, read: readSeries };
}

/** Milliseconds. @throws Error that names the field */
function durationOf(
  config: Config,
  field: 'interval' | 'requestTimeout',
): number {
  const milliseconds = parseDuration(config[field]);
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new Error(
    `the ${field} ${JSON.stringify(config[field])} is no duration`,
  );
}

/** Datadog counts in seconds there and in milliseconds here. */
function scalarRequest(config: Config, from: number, to: number): unknown {
  const { queries = { query: config.query! }, aggregator } = config;
  const [first] = Object.keys(queries);
  const attributes = {
    from: from * 1000,
    to: to * 1000,
    queries: Object.entries(queries).map(([name, query]) => ({
      aggregator,
      data_source: 'metrics',
      name,
      query,
    })),
    formulas: [{ formula: config.formula ?? first }],
  };
  return { data: { type: 'scalar_request', attributes } };
}

const Series = z.looseObject({
  error: z.string().optional(),
  series: z
    .array(
      z.looseObject({
        pointlist: z.array(z.tuple([z.number(), z.number().nullable()])),
      }),
    )
    .default([]),
});

function readSeries(answer: unknown): number | null {
  const { error, series } = parsed(Series, answer);
  if (error) throw new Error(`Datadog says: ${error}`);
  return series[0]?.pointlist.at(-1)?.[1] ?? null;
}

const Scalar = z.looseObject({
  errors: z.string().optional(),
  data: z
    .looseObject({
      attributes: z.looseObject({
        columns: z
          .array(
            z.looseObject({
              type: z.string().optional(),
              values: z.array(z.unknown()).default([]),
            }),
          )
          .default([]),
      }),
    })
    .optional(),
});

/** Of a query with `by {tag}` there is a column of groups beside the numbers. */
function readScalar(answer: unknown): Value {
  const { errors, data } = parsed(Scalar, answer);
  if (errors) throw new Error(`Datadog says: ${errors}`);
  const columns = data?.attributes.columns ?? [];
  const isGroup = ({ type }: (typeof columns)[number]) => type === 'group';
  const numbers = columns.find(column => !isGroup(column))?.values ?? [];
  const values = numbers.map(each => (typeof each === 'number' ? each : null));
  return columns.some(isGroup) ? values : values[0] ?? null;
}

function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new Error('the answer is not what Datadog answers');
}
