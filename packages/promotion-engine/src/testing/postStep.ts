import { createHash } from 'crypto';
import { z } from 'zod';
import { errored, failed, StepOutcome } from '../model/outcome';
import { HttpClient } from '../ports/runtime';
import { defineStep, ExternalHalf } from '../registry/step';

const schema = z.strictObject({
  url: z.string().min(1),
  body: z.string().optional(),
  /** The other side takes a repeated key for the same call, so that it may be repeated without a question. */
  idempotent: z.boolean().optional(),
});
type PostConfig = z.infer<typeof schema>;
type Intent = { url: string; body?: string; key: string };

const external: ExternalHalf<PostConfig, 'http'> = {
  async describe({ alias, refusal }, { url, body }) {
    const refused = await refusal({ kind: 'http', url, access: 'write' });
    if (refused)
      return {
        status: 'failed',
        message: refused,
        terminal: true,
        kind: 'Failed',
      };
    const target = `POST ${url}`;
    return {
      status: 'planned',
      effect: { step: alias, kind: 'test-post', target, call: { url, body } },
    };
  },

  async intend({ alias, promotion }, { url, body }) {
    const key = createHash('sha256')
      .update(`${promotion.name}/${alias}`)
      .digest('hex');
    return { url, body, key } satisfies Intent;
  },

  attempt: ({ http, signal }, _, intent) =>
    post(http, intent as Intent, signal),

  async recognise(_, { idempotent }, intent) {
    if (idempotent) return { status: 'notDone' };
    const { url } = intent as Intent;
    return {
      status: 'unknown',
      message: `nobody knows whether POST ${url} was carried out: look there, then retry or abort`,
    };
  },
};

async function post(
  http: HttpClient,
  { url, body, key }: Intent,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { status } = await http.send({
    url,
    method: 'POST',
    headers: { 'Idempotency-Key': key },
    body,
    timeoutMs: 10_000,
    signal,
  });
  if (status >= 500) return errored(`POST ${url}: ${status}`);
  if (status >= 300) return failed(`POST ${url}: ${status}`);
  return {
    status: 'succeeded',
    output: { status },
    message: `POST ${url}: ${status}`,
  };
}

/** A call that cannot be looked up afterwards: the kind of step whose outcome may stay unknown. For tests. */
export const postStep = defineStep<PostConfig, 'http'>({
  id: 'test-post',
  effect: 'external',
  schema,
  capabilities: ['http'],
  external,
});
