import { useSignals } from './signals';

const WITHOUT_SIGNALS_MS = 5_000;
/** A lost connection is not announced, so even with signals there is a slow poll. */
const WITH_SIGNALS_MS = 30_000;

/** Milliseconds between two reads that nothing asked for. */
export function usePollInterval(): number {
  return useSignals().live ? WITH_SIGNALS_MS : WITHOUT_SIGNALS_MS;
}
