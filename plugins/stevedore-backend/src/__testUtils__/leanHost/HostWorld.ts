import {
  createBareRepository,
  GitServer,
  Registry,
  runGit,
  startGitServer,
  startRegistry,
} from '@stevedore/demo';
import {
  chainFault,
  PromotionRow,
  systemClock,
} from '@stevedore/promotion-engine';
import {
  PipelineOptions,
  pipelineManifests,
} from '@stevedore/promotion-engine/testing';
import knexFactory, { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseStore } from '../../store/DatabaseStore';
import { PROJECTIONS } from '../../store/tables';
import { LeanHost } from './LeanHost';
import { HostSettings, KillAt } from './settings';

const PASSWORD = 'a password for tests';
const IMAGE = 'acme/web';

interface Parts {
  directory: string;
  bare: string;
  registry: Registry;
  git: GitServer;
  settings: HostSettings;
}

/** A real registry, a real Git server with a password, and the files of a host. */
export class HostWorld {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async start(options: PipelineOptions): Promise<HostWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'stevedore-host-'));
    const root = join(directory, 'git');
    const files = options.stages.map(stage => [
      `${stage}/values.yaml`,
      '# kept\ntag: "0"\nat: never # and this\n',
    ]);
    const { path: bare } = await createBareRepository(
      root,
      'acme/deploy',
      Object.fromEntries(files),
    );
    const registry = await startRegistry();
    const git = await startGitServer({ root, users: { portal: PASSWORD } });
    const repository = git.repositoryUrl('acme/deploy');
    await writeFile(
      join(directory, 'pipeline.yaml'),
      pipelineManifests(repository, {
        ...options,
        image: `${registry.host}/${IMAGE}`,
        interval: '1s',
      }),
    );
    await writeFile(join(directory, 'catalog-info.yaml'), '');
    const { host, url } = git;
    const login = { host, url, username: 'portal', password: PASSWORD };
    const settings: HostSettings = {
      directory,
      repository,
      registry: registry.host,
      git: login,
    };
    return new HostWorld({ directory, bare, registry, git, settings });
  }

  host(killAt?: KillAt): LeanHost {
    return new LeanHost(this.#parts.settings, killAt);
  }

  async release(tag: string): Promise<void> {
    await this.#parts.registry.publish({ repository: IMAGE, tag });
  }

  /** Mirrors and workspaces are lost, as on a new machine. */
  async loseWorkDirectory(): Promise<void> {
    const work = join(this.#parts.directory, 'work');
    await rm(work, { recursive: true, force: true });
  }

  /** Commits on the branch that name the promotion. */
  async commitsOf(promotion: string): Promise<string[]> {
    const log = await runGit(
      [
        'log',
        '--format=%H',
        `--grep=Stevedore-Promotion: ${promotion}`,
        'main',
      ],
      { cwd: this.#parts.bare },
    );
    return log.split('\n').filter(Boolean);
  }

  /** Every promotion, newest first. */
  promotions(): Promise<PromotionRow[]> {
    return this.#withStore(
      async store => (await store.promotionPage('web', { limit: 1000 })).items,
    );
  }

  /** Waits until the stages have promoted the version, and nothing is under way. @throws Error that says what is */
  async arrived(tag: string, stages: string[]): Promise<PromotionRow[]> {
    const deadline = Date.now() + 30_000;
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
      chainFault(await store.entries('web', { limit: 1_000_000 })),
    );
  }

  /** Every row of every projection table, before and after all of them are emptied and made again from the ledger. */
  async rebuilt(): Promise<{ before: unknown; after: unknown }> {
    return this.#withStore(async (store, knex) => {
      const before = await rowsOf(knex);
      for (const { name } of Object.values(PROJECTIONS))
        await knex(name).delete();
      await store.rebuild('web');
      return { before, after: await rowsOf(knex) };
    });
  }

  async close(): Promise<void> {
    await this.#parts.registry.stop();
    await this.#parts.git.stop();
    await rm(this.#parts.directory, { recursive: true, force: true });
  }

  async #withStore<T>(
    use: (store: DatabaseStore, knex: Knex) => Promise<T>,
  ): Promise<T> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: {
        filename: join(this.#parts.directory, 'stevedore.sqlite'),
      },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    try {
      const store = await DatabaseStore.create({
        database: knex,
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
