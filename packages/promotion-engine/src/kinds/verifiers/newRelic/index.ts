import { z } from 'zod';
import { defineVerifier } from '../../../registry/verifier';
import { answeredJson } from '../_shared/answeredJson';
import { requireKeys } from '../_shared/requireKeys';
import { newRelicSchema } from './schema';

const ENDPOINTS: Record<string, string> = {
  us: 'https://api.newrelic.com/graphql',
  eu: 'https://api.eu.newrelic.com/graphql',
};

const QUERY = `query ($account: Int!, $nrql: Nrql!, $timeout: Seconds!) {
  actor { account(id: $account) { nrql(query: $nrql, timeout: $timeout) { results } } }
}`;

/**
 * Argo's `newRelic` metric provider. `result` is the one result of the query, or the list of them. The secret has the
 * keys `personal-api-key`, `account-id` and, if need be, `region` (us or eu) or `base-url-nerdgraph`.
 */
export const newRelicVerifier = defineVerifier({
  id: 'newRelic',
  schema: newRelicSchema,
  async measure({ profile, query, timeout }, { http, secret, signal }) {
    const keys = requireKeys(profile, await secret(profile), [
      'personal-api-key',
      'account-id',
    ]);
    const account = Number(keys['account-id']);
    if (!Number.isSafeInteger(account))
      throw new Error(`the account-id of the secret ${profile} is no number`);
    const url =
      keys['base-url-nerdgraph'] ??
      ENDPOINTS[(keys.region ?? 'us').trim().toLowerCase()];
    if (!url)
      throw new Error(
        `the region of the secret ${profile} is neither us nor eu`,
      );
    const response = await http.send({
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'api-key': keys['personal-api-key'],
      },
      body: JSON.stringify({
        query: QUERY,
        variables: { account, nrql: query, timeout },
      }),
      // the query itself, and the way there and back
      timeoutMs: (timeout + 5) * 1000,
      signal,
    });
    return resultsOf(answeredJson(url, response));
  },
});

const Results = z.array(z.record(z.string(), z.unknown()));
const Answer = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  data: z
    .looseObject({
      actor: z.looseObject({
        account: z.looseObject({ nrql: z.looseObject({ results: Results }) }),
      }),
    })
    .nullish(),
});

function resultsOf(
  answer: unknown,
): Record<string, unknown> | Record<string, unknown>[] {
  const read = Answer.safeParse(answer);
  if (!read.success)
    throw new Error('the answer is not what New Relic answers');
  const { errors, data } = read.data;
  if (errors?.length) throw new Error(`New Relic says: ${errors[0].message}`);
  const results = data?.actor.account.nrql.results ?? [];
  if (results.length === 0 || Object.keys(results[0]).length === 0)
    throw new Error('the query has no result');
  return results.length === 1 ? results[0] : results;
}
