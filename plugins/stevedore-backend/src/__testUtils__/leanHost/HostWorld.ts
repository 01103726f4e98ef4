import {
  createBareRepository,
  GitServer,
  Registry,
  runGit,
  startGitServer,
  startRegistry,
} from '@stevedore/demo';
import {
  PipelineOptions,
  pipelineManifests,
} from '@stevedore/promotion-engine/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreFile } from '../StoreFile';
import { LeanHost } from './LeanHost';
import { HostSettings, KillAt } from './settings';

const PASSWORD = 'a password for tests';
const IMAGE = 'acme/web';

interface Parts {
  store: StoreFile;
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

  /** What the host wrote down. */
  get store(): StoreFile {
    return this.#parts.store;
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
    const store = new StoreFile(join(directory, 'stevedore.sqlite'));
    return new HostWorld({ directory, bare, registry, git, settings, store });
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

  async close(): Promise<void> {
    await this.#parts.registry.stop();
    await this.#parts.git.stop();
    await rm(this.#parts.directory, { recursive: true, force: true });
  }
}
