import { rowKey, StageRow } from '../../model/rows';
import { RowSet } from './rowSet';

/** The row of a stage, or the one it has before anything happened. */
export function stageOf(
  rows: RowSet,
  project: string,
  stage: string,
): StageRow {
  const key = rowKey.stage(stage);
  return (
    rows.get(key) ?? { project, stage, history: [], holds: {}, version: 0 }
  );
}

export function putStage(rows: RowSet, row: StageRow): void {
  rows.put(rowKey.stage(row.stage), row);
}
