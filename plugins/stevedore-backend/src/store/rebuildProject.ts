import { foldEntry, RowSet } from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { lockHead } from './operations/heads/lock';
import { listEntries } from './operations/ledger/list';
import { dropRows } from './operations/rows/drop';
import { writeRows } from './writeDecision';

const PAGE = 500;

/** Drops the projections of a project and folds its chain again, while no commit of the project gets through. */
export async function rebuildProject(tx: Knex, project: string): Promise<void> {
  // rows before the head, as every commit does; then again, for what a commit in between has written
  await dropRows(tx, project);
  const head = await lockHead(tx, project);
  await dropRows(tx, project);
  const rows = new RowSet();
  for (let after = 0; after < head.seq; after += PAGE) {
    for (const entry of await listEntries(tx, project, { after, limit: PAGE }))
      foldEntry(rows, project, entry);
  }
  await writeRows(tx, rows.changed());
}
