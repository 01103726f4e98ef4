import { NewEntry } from '../../model/ledger';
import { ConflictError } from '../../model/errors';
import { RowKey } from '../../model/rows';
import { foldEntry } from './foldEntry';
import { RowSet } from './rowSet';
import { rowsTouched } from './touched';

/** Entries and the row versions they were decided on. */
export interface Decision {
  project: string;
  entries: NewEntry[];
  expect: (RowKey & { version: number })[];
}

/** Through JSON: what is folded is what is stored and what a rebuild will read. */
export function asStored(entries: NewEntry[]): NewEntry[] {
  return JSON.parse(JSON.stringify(entries));
}

/** The rows that a store has to load before it applies a decision, each once, in the order it shall write them. */
export function rowsNeeded({ entries, expect }: Decision): RowKey[] {
  const keys = [...expect, ...entries.flatMap(rowsTouched)].map(
    ({ table, key }) => ({ table, key } as RowKey),
  );
  return sortedKeys([
    ...new Map(keys.map(key => [RowSet.id(key), key])).values(),
  ]);
}

/** One order for all writers, so that two of them never wait for each other. */
export function sortedKeys<K extends RowKey>(keys: K[]): K[] {
  const order = (a: string, b: string) => Number(a > b) - Number(a < b);
  return [...keys].sort((a, b) => order(RowSet.id(a), RowSet.id(b)));
}

/**
 * Folds a decision into the rows it needs.
 *
 * @throws ConflictError when a row has another version than the decision was based on.
 */
export function applyDecision(rows: RowSet, decision: Decision): void {
  for (const { version, ...key } of decision.expect) {
    const current = rows.get(key as RowKey)?.version ?? 0;
    if (current === version) continue;
    throw new ConflictError(
      `${RowSet.id(key as RowKey)} is at version ${current}, not ${version}`,
    );
  }
  for (const entry of decision.entries)
    foldEntry(rows, decision.project, entry);
}
