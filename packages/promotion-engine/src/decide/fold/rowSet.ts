import { KeyOf, RowKey, Rows, Table } from '../../model/rows';

/** The rows one commit works on: what was read, and what folding made of it. */
export class RowSet {
  readonly #rows = new Map<string, Rows[Table]>();
  readonly #changed = new Map<string, { key: RowKey; before: number }>();

  static id({ table, key }: RowKey): string {
    return `${table}:${key}`;
  }

  load(key: RowKey, row: Rows[Table] | undefined): void {
    if (row) this.#rows.set(RowSet.id(key), row);
  }

  get<T extends Table>(key: KeyOf<T>): Rows[T] | undefined {
    return this.#rows.get(RowSet.id(key as RowKey)) as Rows[T] | undefined;
  }

  /** @throws Error when the row is missing: the entry does not fit its chain. */
  require<T extends Table>(key: KeyOf<T>): Rows[T] {
    const row = this.get(key);
    if (!row)
      throw new Error(
        `the ledger changes ${RowSet.id(key as RowKey)}, which does not exist`,
      );
    return row;
  }

  /**
   * Puts a row; its version is one more than before. Every change counts, not every commit: a rebuild, which
   * does not know where one commit ended and the next began, arrives at the same version.
   */
  put<T extends Table>(key: KeyOf<T>, row: Omit<Rows[T], 'version'>): void {
    const id = RowSet.id(key as RowKey);
    const before = this.#rows.get(id)?.version ?? 0;
    this.#rows.set(id, { ...row, version: before + 1 } as Rows[T]);
    if (!this.#changed.has(id))
      this.#changed.set(id, { key: key as RowKey, before });
  }

  /** @returns what a store has to write, with the version that it replaces (0: the row is new). */
  changed(): { key: RowKey; row: Rows[Table]; before: number }[] {
    return [...this.#changed].map(([id, { key, before }]) => ({
      key,
      before,
      row: this.#rows.get(id)!,
    }));
  }
}
