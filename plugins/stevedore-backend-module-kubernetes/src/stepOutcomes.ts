import { errored, StepOutcome } from '@stevedore/promotion-engine';
import { ClusterError } from './api/ClusterError';

/** Events wake what waits; this is the safety net, and how soon a time-out is noticed. */
const SAFETY_NET_MS = 30_000;
const AGAIN_MS = 2_000;

export type Unfinished = Exclude<StepOutcome, { status: 'succeeded' }>;

export const waiting = (
  message: string,
  retryAfterMs = SAFETY_NET_MS,
): Unfinished => ({ status: 'waiting', message, retryAfterMs });

export const unsuccessful = (message: string, terminal = false) =>
  errored(message, terminal) as Unfinished;

/** A cluster that is away, busy, or was quicker is asked again; everything else is an error of the step. */
export function outcomeOf(error: unknown): Unfinished {
  if (!(error instanceof ClusterError)) throw error;
  return error.passing || error.conflict
    ? waiting(error.message, AGAIN_MS)
    : unsuccessful(error.message);
}
