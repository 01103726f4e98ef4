import { NewEntry, Verb } from '../../model/ledger';
import { rowKey } from '../../model/rows';
import { RowSet } from './rowSet';
import { putStage, stageOf } from './stageRows';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

export function foldRollback(
  rows: RowSet,
  project: string,
  entry: Of<'rollback.skipped' | 'promotion.restored'>,
): void {
  if (entry.verb === 'promotion.restored') {
    const key = rowKey.promotion(entry.data.promotion);
    const restored = { at: entry.at, afterMs: entry.data.afterMs };
    return rows.put(key, { ...rows.require(key), restored });
  }
  const { stage, of, verification } = entry.data;
  return putStage(rows, {
    ...stageOf(rows, project, stage),
    rollback: { of, verification, at: entry.at, skipped: entry.reason },
  });
}

/** The stage remembers what was answered by the rollback, so that nothing is answered twice. */
export function noteRollback(
  rows: RowSet,
  project: string,
  entry: Of<'promotion.requested'>,
): void {
  const { name, stage, rollback } = entry.data.request;
  if (!rollback) return;
  const { of, verification } = rollback;
  putStage(rows, {
    ...stageOf(rows, project, stage),
    rollback: { of, verification, at: entry.at, promotion: name },
  });
}
