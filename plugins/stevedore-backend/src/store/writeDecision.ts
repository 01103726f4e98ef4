import {
  applyDecision,
  chainEntries,
  ConflictError,
  Decision,
  LedgerEntry,
  RowKey,
  Rows,
  RowSet,
  rowsNeeded,
  sortedKeys,
  Table,
} from '@stevedore/promotion-engine';
import { Knex } from 'knex';
import { lockHead } from './operations/heads/lock';
import { moveHead } from './operations/heads/move';
import { appendEntries } from './operations/ledger/append';
import { insertRows } from './operations/rows/insert';
import { loadRows } from './operations/rows/load';
import { updateRow } from './operations/rows/update';

type Change = ReturnType<RowSet['changed']>[number];

/** Folds a decision, writes the rows by compare-and-set, then locks the head of the chain and appends to it. */
export async function writeDecision(
  tx: Knex,
  decision: Decision,
): Promise<LedgerEntry[]> {
  const rows = await loadRows(tx, decision.project, rowsNeeded(decision));
  applyDecision(rows, decision);
  const changes = rows.changed();
  await writeRows(tx, changes);
  if (decision.entries.length === 0) return [];
  const head = await lockHead(tx, decision.project);
  await expectUnchanged(tx, decision, changes);
  const chained = chainEntries(decision.project, head, decision.entries);
  await appendEntries(tx, chained);
  await moveHead(tx, head.seq, chained[chained.length - 1]);
  return chained;
}

/** Table by table, first new rows, then changed ones, each in one order: no two commits wait for each other. */
export async function writeRows(tx: Knex, changes: Change[]): Promise<void> {
  const byId = new Map(changes.map(change => [RowSet.id(change.key), change]));
  const sorted = sortedKeys(changes.map(change => change.key)).map(
    key => byId.get(RowSet.id(key))!,
  );
  for (const table of new Set(sorted.map(change => change.key.table))) {
    const ofTable = sorted.filter(change => change.key.table === table);
    const fresh = ofTable
      .filter(change => change.before === 0)
      .map(change => change.row);
    await insertRows<Table>(tx, table, fresh);
    for (const { key, row, before } of ofTable) {
      if (before > 0)
        await updateRow<Table>(tx, key, { row: row as Rows[Table], before });
    }
  }
}

/** What was only read may have been changed by a commit that came between; now that no other can, look again. */
async function expectUnchanged(
  tx: Knex,
  { project, expect }: Decision,
  changes: Change[],
): Promise<void> {
  const written = new Set(changes.map(change => RowSet.id(change.key)));
  const onlyRead = expect.filter(key => !written.has(RowSet.id(key)));
  if (onlyRead.length === 0) return;
  const rows = await loadRows(tx, project, onlyRead);
  for (const { version, ...key } of onlyRead) {
    const current = rows.get(key as RowKey)?.version ?? 0;
    if (current !== version)
      throw new ConflictError(
        `${RowSet.id(key as RowKey)} is no longer at version ${version}`,
      );
  }
}
