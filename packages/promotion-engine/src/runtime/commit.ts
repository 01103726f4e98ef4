import { ConflictError } from '../model/errors';
import { LedgerEntry, LedgerEvents, NewEntry, Verb } from '../model/ledger';
import { RowKey, rowKey } from '../model/rows';
import { EngineContext, isoNow } from './context';
import { RequestError } from './engine';

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
  context: Pick<EngineContext, 'events' | 'store'>,
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

/** Commits what a person asked for. @throws RequestError when somebody else came first */
export async function commitAct(
  context: EngineContext,
  project: string,
  batch: Parameters<typeof commitAndTell>[2],
): Promise<void> {
  try {
    await commitAndTell(context, project, batch);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new RequestError(
      'conflict',
      'somebody changed it at the same moment: look again',
    );
  }
}

export const expectFreight = (row: { name: string; version: number }) => ({
  ...rowKey.freight(row.name),
  version: row.version,
});

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
