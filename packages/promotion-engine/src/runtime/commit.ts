import { LedgerEntry, LedgerEvents, NewEntry, Verb } from '../model/ledger';
import { RowKey, rowKey } from '../model/rows';
import { EngineContext, isoNow } from './context';

/** What a decision says beside its data. */
export interface Decision<V extends Verb> {
  verb: V;
  actor: string;
  subject: string;
  reason?: string;
  data: LedgerEvents[V];
}

/** Stamps decisions with the clock. */
export function entryOf<V extends Verb>(
  context: Pick<EngineContext, 'clock'>,
  decision: Decision<V>,
): NewEntry {
  return { ...decision, at: isoNow(context) } as unknown as NewEntry;
}

/** Commits decisions and tells whoever watches. @throws ConflictError when something moved meanwhile. */
export async function commitAndTell(
  context: EngineContext,
  project: string,
  batch: { entries: NewEntry[]; expect: (RowKey & { version: number })[] },
): Promise<LedgerEntry[]> {
  const entries = await context.store.commit({ project, ...batch });
  context.events.publish({
    project,
    subjects: [...new Set(batch.entries.map(entry => entry.subject))],
  });
  return entries;
}

export const expectPromotion = (row: { name: string; version: number }) => ({
  ...rowKey.promotion(row.name),
  version: row.version,
});

export const expectStage = (
  stage: string,
  row: { version: number } | undefined,
) => ({
  ...rowKey.stage(stage),
  version: row?.version ?? 0,
});
