import { z } from 'zod';
import { evaluate, parseExpression } from '../../../expressions';
import { parseDuration } from '../../../model/duration';
import { defineVerifier } from '../../../registry/verifier';
import { answeredJson } from '../_shared/answeredJson';
import { authorization } from '../_shared/authentication';
import { headersOf } from '../_shared/headers';
import { prometheusSchema } from './schema';

/**
 * Argo's `prometheus` metric provider. `result` is a number for a scalar, the list of numbers for a vector, and the
 * list of all numbers of all series for a range.
 */
export const prometheusVerifier = defineVerifier({
  id: 'prometheus',
  schema: prometheusSchema,
  async measure(config, tools) {
    const { rangeQuery } = config;
    const times = rangeQuery
      ? rangeOf(rangeQuery, tools.now)
      : { time: seconds(tools.now) };
    const address = config.address.replace(/\/+$/, '');
    const url = `${address}/api/v1/${rangeQuery ? 'query_range' : 'query'}`;
    const response = await tools.http.send({
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...headersOf(config.headers),
        ...(await authorization(config.authentication, tools)),
      },
      body: new URLSearchParams({ query: config.query, ...times }).toString(),
      timeoutMs: (config.timeout || 30) * 1000,
      insecureSkipTLSVerify: config.insecure,
      caCert: config.caCert,
      signal: tools.signal,
    });
    return valuesOf(url, response);
  },
});

const seconds = (milliseconds: number): string => String(milliseconds / 1000);

function rangeOf(
  { start, end, step }: { start: string; end: string; step: string },
  now: number,
): Record<string, string> {
  const width = parseDuration(step);
  if (width === undefined || width <= 0)
    throw new Error(`the step ${JSON.stringify(step)} is no duration`);
  return {
    start: seconds(instant(start, now)),
    end: seconds(instant(end, now)),
    step: seconds(width),
  };
}

/** Epoch milliseconds of an expression that gives a time, such as `now() - duration("5m")`. */
function instant(expression: string, now: number): number {
  // so that a mistake is told in what was written
  parseExpression(expression);
  const text = `int((${expression}).UnixMilli())`;
  return Number(evaluate(parseExpression(text), {}, { now }));
}

/** A time in seconds, and a number as text. */
const Point = z.tuple([z.number(), z.string()]);
const Answer = z.union([
  z.looseObject({
    status: z.literal('success'),
    data: z.union([
      z.looseObject({ resultType: z.literal('scalar'), result: Point }),
      z.looseObject({
        resultType: z.literal('vector'),
        result: z.array(z.looseObject({ value: Point })),
      }),
      z.looseObject({
        resultType: z.literal('matrix'),
        result: z.array(z.looseObject({ values: z.array(Point) })),
      }),
    ]),
  }),
  z.looseObject({ status: z.literal('error'), error: z.string() }),
]);

function valuesOf(
  url: string,
  response: { status: number; body: string },
): number | number[] {
  // a query that Prometheus cannot run is a 400 or 422 whose body says why
  const wrong = [400, 422].includes(response.status);
  const answer = Answer.safeParse(
    answeredJson(url, wrong ? { ...response, status: 200 } : response),
  );
  if (!answer.success)
    throw new Error(`${url} did not answer as Prometheus does`);
  if (answer.data.status === 'error')
    throw new Error(`Prometheus says: ${answer.data.error}`);
  const { data } = answer.data;
  switch (data.resultType) {
    case 'scalar':
      return numberOf(data.result);
    case 'vector':
      return data.result.map(({ value }) => numberOf(value));
    default:
      return data.result.flatMap(({ values }) => values.map(numberOf));
  }
}

/** Prometheus writes `NaN`, `+Inf` and `-Inf` as well. */
function numberOf([, text]: z.infer<typeof Point>): number {
  return Number(text.replace(/Inf$/, 'Infinity'));
}
