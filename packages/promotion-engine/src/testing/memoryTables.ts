import { KeyOf, RowKey, Rows, Table } from '../model/rows';
import { RowSet } from '../decide/fold/rowSet';

/** Rows as text, the way a database keeps them: nobody holds on to what is inside. */
export class MemoryTables {
  readonly #rows = new Map<string, Map<string, string>>();

  load(project: string, keys: RowKey[]): RowSet {
    const rows = new RowSet();
    for (const key of keys) rows.load(key, this.get(project, key));
    return rows;
  }

  get<T extends Table>(project: string, key: KeyOf<T>): Rows[T] | undefined {
    const text = this.#rows.get(project)?.get(RowSet.id(key as RowKey));
    return text === undefined ? undefined : JSON.parse(text);
  }

  list<T extends Table>(project: string, table: T): Rows[T][] {
    return [...(this.#rows.get(project) ?? [])]
      .filter(([id]) => id.startsWith(`${table}:`))
      .map(([, text]) => JSON.parse(text));
  }

  write(project: string, rows: RowSet): void {
    const own = this.#rows.get(project) ?? new Map<string, string>();
    this.#rows.set(project, own);
    for (const { key, row } of rows.changed())
      own.set(RowSet.id(key), JSON.stringify(row));
  }

  drop(project: string): void {
    this.#rows.delete(project);
  }

  projects(): string[] {
    return [...this.#rows.keys()];
  }
}

export type Order = number | string;

/** Compares by the given fields, one after the other; by code units, as the databases do. */
export function by<T>(
  ...fields: ((item: T) => Order)[]
): (a: T, b: T) => number {
  return (a, b) => {
    for (const field of fields) {
      const [left, right] = [field(a), field(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

export function descending<T>(
  compare: (a: T, b: T) => number,
): (a: T, b: T) => number {
  return (a, b) => compare(b, a);
}
