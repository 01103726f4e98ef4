import { AnalysisRun } from './analysisRun';

/** As many as Kargo lists of a stage (kargo.md 1.9, verificationHistory). */
const KEPT = 10;
const OVER = ['Successful', 'Failed', 'Error', 'Inconclusive'];

/**
 * Which runs of a stage nobody asks for any more: what is over, and was for nothing that the stage remembers, or is
 * older than the newest ten. What still goes on is never removed.
 */
export function runsToRemove(
  runs: readonly AnalysisRun[],
  collections: readonly string[],
): string[] {
  const over = runs
    .filter(({ status }) => OVER.includes(status?.phase ?? ''))
    .sort((a, b) => (madeAt(a) < madeAt(b) ? 1 : -1));
  return over
    .filter((run, index) => index >= KEPT || !collections.includes(forOf(run)))
    .map(({ metadata }) => metadata.name);
}

const madeAt = ({ metadata }: AnalysisRun) => metadata.creationTimestamp ?? '';
const forOf = ({ metadata }: AnalysisRun) =>
  metadata.labels?.['kargo.akuity.io/freight-collection'] ?? '';
