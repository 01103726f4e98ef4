import { createHash } from 'crypto';
import { failed, StepOutcome } from '../../../model/outcome';
import { HttpRequest } from '../../../ports/runtime';
import { defineStep, ExternalHalf, StepContext } from '../../../registry/step';
import { AnswerType, HttpAnswer } from '../_shared/httpAnswer';
import {
  addressOf,
  durationOf,
  plainAddress,
  requestOf,
  shownHeaders,
} from '../_shared/httpRequest';
import { httpExamples } from './examples';
import { judge } from './judge';
import { countPoll, pollCount } from './pollCount';
import { HttpConfig, httpSchema } from './schema';

/** Without query, headers and body, which may hold secrets: the configuration gives them again. */
type Intent = { method: string; url: string; key?: string };

type Unfinished = Exclude<StepOutcome, { status: 'succeeded' }>;
type Context = StepContext<'http' | 'workspace'>;

const TIMEOUT_MS = 10_000;
const POLL_MS = 30_000;
/** Kargo never asks more often. */
const SHORTEST_POLL_MS = 10_000;

/** RFC 9110, section 9.2.2: these change nothing more when they are repeated; POST and PATCH may. */
const REPEATABLE = ['GET', 'HEAD', 'PUT', 'DELETE'];
const READING = ['GET', 'HEAD'];

const methodOf = ({ method }: HttpConfig) => method ?? 'GET';

const callOf = (config: HttpConfig) =>
  `${methodOf(config)} ${plainAddress(addressOf(config))}`;

const external: ExternalHalf<HttpConfig, 'http' | 'workspace'> = {
  async describe(context, config) {
    if (config.proxy)
      return failed(
        'http: `proxy` is not supported: the platform decides how requests leave it; leave it out',
      ) as Unfinished;
    durationOf('pollInterval', config.pollInterval, POLL_MS);
    const { url, headers, method, body } = await wholeRequest(context, config);
    const access = READING.includes(method) ? 'read' : 'write';
    const refusal = await context.refusal({ kind: 'http', url, access });
    if (refusal) return failed(refusal) as Unfinished;
    const call = { method, url, headers: shownHeaders(headers), body };
    return {
      status: 'planned',
      effect: {
        step: context.alias,
        kind: 'http',
        target: callOf(config),
        call,
      },
    };
  },

  async intend(context, config) {
    const method = methodOf(config);
    const intent: Intent = { method, url: plainAddress(addressOf(config)) };
    return REPEATABLE.includes(method)
      ? intent
      : { ...intent, key: await idempotencyKey(context) };
  },

  async attempt(context, config, intent) {
    const { key } = intent as Intent;
    const request = await wholeRequest(context, config);
    const response = await context.http.send({
      ...request,
      headers: {
        ...(key && { 'idempotency-key': key }),
        ...request.headers,
      },
      signal: context.signal,
    });
    return understand(context, config, () => {
      const type = config.responseContentType as AnswerType | undefined;
      return new HttpAnswer(response, context.now, type);
    });
  },

  async recognise(_, config, intent) {
    const { method, url } = intent as Intent;
    if (REPEATABLE.includes(method) || config.idempotent)
      return { status: 'notDone' };
    return {
      status: 'unknown',
      message: `nobody knows whether ${method} ${url} was carried out: look there, then retry or abort`,
    };
  },

  reads: intent => READING.includes((intent as Intent).method),
};

/**
 * An answer that came is known, whatever is wrong with it: an error in reading it must not look like a lost answer,
 * which would be a question to a person.
 */
async function understand(
  context: Context,
  config: HttpConfig,
  read: () => HttpAnswer,
): Promise<StepOutcome> {
  const call = callOf(config);
  const interval = durationOf('pollInterval', config.pollInterval, POLL_MS);
  const pollMs = Math.max(interval, SHORTEST_POLL_MS);
  let outcome: StepOutcome;
  try {
    outcome = judge(config, { answer: read(), call, pollMs });
  } catch (error) {
    return {
      status: 'failed',
      kind: 'Errored',
      terminal: false,
      message: `${call}: ${(error as Error).message}`,
    };
  }
  if (outcome.status === 'waiting' && !REPEATABLE.includes(methodOf(config)))
    await countPoll(context);
  return outcome;
}

async function wholeRequest(
  { workspace }: Context,
  config: HttpConfig,
): Promise<HttpRequest> {
  const { bodyFromFile } = config;
  const body = bodyFromFile
    ? await workspace.readText(bodyFromFile)
    : config.body;
  return {
    ...requestOf(config),
    method: methodOf(config),
    body: body || undefined,
    timeoutMs: durationOf('timeout', config.timeout, TIMEOUT_MS),
  };
}

/** The same for one call and each of its repetitions, another one for the next poll. */
async function idempotencyKey(context: Context): Promise<string> {
  const count = await pollCount(context);
  const { promotion, alias } = context;
  return createHash('sha256')
    .update(`${promotion.name}/${alias}${count > 0 ? `/${count}` : ''}`)
    .digest('hex');
}

/** Kargo's `http`. Made once where that matters: see `recognise`. */
export const httpStep = defineStep<HttpConfig, 'http' | 'workspace'>({
  id: 'http',
  effect: 'external',
  schema: httpSchema,
  capabilities: ['http', 'workspace'],
  examples: httpExamples,
  external,
});
