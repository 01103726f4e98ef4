import {
  chainFault,
  PromotionRow,
  systemClock,
} from '@stevedore/promotion-engine';
import knexFactory, { Knex } from 'knex';
import { DatabaseStore } from '../store/DatabaseStore';
import { PROJECTIONS } from '../store/tables';

/** The SQLite file of another process, read from outside. */
export class StoreFile {
  readonly #filename: string;
  readonly #project: string;

  constructor(filename: string, project = 'web') {
    this.#filename = filename;
    this.#project = project;
  }

  /** Every promotion, newest first. */
  promotions(): Promise<PromotionRow[]> {
    return this.#withStore(
      async store =>
        (await store.promotionPage(this.#project, { limit: 1000 })).items,
    );
  }

  /** Waits until the stages have promoted the version, and nothing is under way. @throws Error that says what is */
  async arrived(tag: string, stages: string[]): Promise<PromotionRow[]> {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const all = await this.promotions();
      const open = all.filter(row => !row.finishedAt);
      const there = stages.filter(stage =>
        all.some(
          row =>
            row.stage === stage &&
            row.phase === 'Succeeded' &&
            row.freight.images[0].tag === tag,
        ),
      );
      if (open.length === 0 && there.length === stages.length) return all;
      if (Date.now() > deadline)
        throw new Error(
          `${tag} is in ${there.join(', ') || 'no stage'}; under way: ${
            open.map(row => `${row.name} (${row.phase})`).join(', ') ||
            'nothing'
          }`,
        );
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }

  /** What is wrong with the chain; undefined: it verifies. */
  async chainFault() {
    return this.#withStore(async store =>
      chainFault(await store.entries(this.#project, { limit: 1_000_000 })),
    );
  }

  /** Every row of every projection table, before and after all of them are emptied and made again from the ledger. */
  async rebuilt(): Promise<{ before: unknown; after: unknown }> {
    return this.#withStore(async (store, knex) => {
      const before = await rowsOf(knex);
      for (const { name } of Object.values(PROJECTIONS))
        await knex(name).delete();
      await store.rebuild(this.#project);
      return { before, after: await rowsOf(knex) };
    });
  }

  async #withStore<T>(
    use: (store: DatabaseStore, knex: Knex) => Promise<T>,
  ): Promise<T> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: this.#filename },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    try {
      // whoever owns the file migrates it; a reader that did would get in its way
      const store = await DatabaseStore.create({
        database: { getClient: async () => knex, migrations: { skip: true } },
        clock: systemClock,
      });
      return await use(store, knex);
    } finally {
      await knex.destroy();
    }
  }
}

/** With their JSON read: the order of its fields is nobody's business. */
async function rowsOf(knex: Knex): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const { name, key } of Object.values(PROJECTIONS)) {
    const found = await knex(name).orderBy(['project', ...key]);
    rows[name] = found.map(row => ({ ...row, doc: JSON.parse(row.doc) }));
  }
  return rows;
}
