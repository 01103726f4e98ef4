import { isTerminal, PromotionRow } from '@stevedore/promotion-engine';

/** Why the state of a promotion lets nobody abort it; undefined when it does. */
export function whyNotAbort(row: PromotionRow): string | undefined {
  if (isTerminal(row.phase)) return 'It has ended already.';
  return row.abortRequested && 'It is being aborted already.';
}

/** Why the state of a promotion lets nobody try it again; undefined when it does. */
export function whyNotRetry(row: PromotionRow): string | undefined {
  if (row.question) return undefined;
  if (row.phase === 'Succeeded')
    return 'It succeeded: there is nothing to try again.';
  return isTerminal(row.phase)
    ? undefined
    : 'It has not ended: only what ended badly can be tried again.';
}
