/**
 * What becomes of promotions that wait for one stage (`stevedore.dev/queue`): only the newest goes, all go in
 * order, or the newest of a batch goes when the batch leaves.
 */
export type QueuePolicy =
  | { kind: 'newest' }
  | { kind: 'inOrder' }
  | {
      kind: 'batch';
      /** Milliseconds between two batches, counted from midnight UTC of 1970-01-01. */
      everyMs: number;
    };
