import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { BackendProcess } from '../../packages/demo/src/backend/BackendProcess';
import { fetchToken } from '../../packages/demo/src/backend/fetchToken';
import { waitUntilReady } from '../../packages/demo/src/backend/waitUntilReady';
import {
  DemoLayout,
  layoutBelow,
  REPOSITORY,
} from '../../packages/demo/src/world/layout';
import {
  GitServer,
  Registry,
  startGitServer,
  startRegistry,
} from '../../packages/demo/src';
import {
  PipelineOptions,
  pipelineManifests,
} from '../../packages/promotion-engine/src/testing';
import { StoreFile } from '../../plugins/stevedore-backend/src/__testUtils__/StoreFile';

const PASSWORD = 'a password for benches';
const IMAGE = 'acme/web';
const START_MS = 180_000;

export interface PortalOptions {
  pipeline: Omit<PipelineOptions, 'image'>;
  /** Makes the bare repository at the path. */
  makeRepository(path: string): Promise<void>;
}

/** The demo's Backstage with one component, beside a registry and a Git server with a password. */
export class BenchPortal {
  readonly directory: string;
  readonly registry: Registry;
  readonly git: GitServer;
  /** The bare repository. */
  readonly bare: string;
  readonly store: StoreFile;
  readonly #layout: DemoLayout;
  readonly #port: number;
  readonly #pushed = new Set<() => void>();
  #backend?: BackendProcess;
  #token = '';

  private constructor(parts: {
    directory: string;
    registry: Registry;
    git: GitServer;
    port: number;
    pushed: Set<() => void>;
  }) {
    this.directory = parts.directory;
    this.registry = parts.registry;
    this.git = parts.git;
    this.bare = join(parts.directory, 'git/acme/deploy.git');
    this.#layout = layoutBelow(parts.directory);
    this.#port = parts.port;
    this.#pushed = parts.pushed;
    this.store = new StoreFile(join(parts.directory, 'db/stevedore.sqlite'));
  }

  /** Makes everything but does not start Backstage yet. */
  static async make(options: PortalOptions): Promise<BenchPortal> {
    const directory = await mkdtemp(join(tmpdir(), 'stevedore-bench-'));
    const pushed = new Set<() => void>();
    const registry = await startRegistry();
    const root = join(directory, 'git');
    await mkdir(join(root, 'acme'), { recursive: true });
    const git = await startGitServer({
      root,
      users: { portal: PASSWORD, bench: PASSWORD },
      onPush: () => pushed.forEach(tell => tell()),
    });
    const port = await freePort();
    const portal = new BenchPortal({
      ...{ directory, registry, git, port, pushed },
    });
    await options.makeRepository(portal.bare);
    await portal.#writeDefinition(options.pipeline);
    return portal;
  }

  /** Address of the repository, with the name and password of somebody who may push. */
  get repositoryWithPassword(): string {
    const url = new URL(this.git.repositoryUrl('acme/deploy'));
    url.username = 'bench';
    url.password = PASSWORD;
    return url.href;
  }

  /** Starts Backstage. @returns seconds until it answered */
  async start(): Promise<number> {
    const began = performance.now();
    const options = { layout: this.#layout, port: this.#port };
    const backend = await BackendProcess.start(options);
    this.#backend = backend;
    const ended = new AbortController();
    backend.exit.then(
      () => ended.abort(new Error('Backstage ended by itself')),
      error => ended.abort(error),
    );
    const signal = AbortSignal.any([
      AbortSignal.timeout(START_MS),
      ended.signal,
    ]);
    await waitUntilReady(this.#address, signal).catch(async error => {
      throw new Error(`${error.message}. It said:\n${await backend.tail()}`);
    });
    this.#token = await fetchToken(this.#address, 'alex');
    return (performance.now() - began) / 1000;
  }

  /** `kill -9` of the process group of Backstage. */
  async kill(): Promise<void> {
    await this.#backend?.kill();
  }

  /** Waits until the pipeline is there. */
  async defined(): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const answer = await this.#ask('GET', '/pipelines/component/default/web');
      if (answer.ok) return;
      if (Date.now() > deadline)
        throw new Error(`no pipeline: ${await answer.text()}`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  release(tag: string) {
    return this.registry.publish({ repository: IMAGE, tag });
  }

  async refresh(): Promise<void> {
    const answer = await this.#ask(
      'POST',
      '/projects/web/warehouses/web/refresh',
    );
    if (!answer.ok)
      throw new Error(`refresh: ${answer.status} ${await answer.text()}`);
  }

  /** Resolves at the end of the next push. */
  nextPush(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('nothing was pushed within a minute')),
        60_000,
      );
      const tell = () => {
        clearTimeout(timer);
        this.#pushed.delete(tell);
        resolve();
      };
      this.#pushed.add(tell);
    });
  }

  /** The last lines that Backstage said. */
  async tail(): Promise<string> {
    return (await this.#backend?.tail()) ?? '';
  }

  async close(): Promise<void> {
    await this.#backend?.stop();
    await this.registry.stop();
    await this.git.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  get #address(): string {
    return `http://localhost:${this.#port}`;
  }

  #ask(method: string, path: string): Promise<Response> {
    return fetch(`${this.#address}/api/stevedore${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#token}` },
    });
  }

  async #writeDefinition(pipeline: PortalOptions['pipeline']): Promise<void> {
    const repository = this.git.repositoryUrl('acme/deploy');
    const image = `${this.registry.host}/${IMAGE}`;
    const catalog = join(this.directory, 'component');
    await mkdir(catalog, { recursive: true });
    await mkdir(this.#layout.work, { recursive: true });
    const files = {
      [join(catalog, 'pipeline.yaml')]: pipelineManifests(repository, {
        ...pipeline,
        image,
      }),
      [join(catalog, 'catalog-info.yaml')]: stringify(COMPONENT),
      [this.#layout.config]: stringify(this.#config(repository, catalog)),
    };
    for (const [path, text] of Object.entries(files))
      await writeFile(path, text, { mode: 0o600 });
  }

  #config(repository: string, catalog: string): object {
    const { host, url: baseUrl } = this.git;
    const login = { username: 'portal', password: PASSWORD };
    const locations = [
      {
        type: 'file',
        target: join(REPOSITORY, 'examples/org.yaml'),
        rules: [{ allow: ['User', 'Group'] }],
      },
      { type: 'file', target: join(catalog, 'catalog-info.yaml') },
    ];
    return {
      backend: { workingDirectory: this.#layout.work },
      integrations: { gitea: [{ host, baseUrl, ...login }] },
      catalog: { locations },
      stevedore: {
        grants: [{ repository, access: ['read', 'write'] }],
        registries: [
          { host: this.registry.host, access: 'public', insecure: true },
        ],
        workDirectory: join(this.directory, 'engine'),
        definitions: { intervalSeconds: 1 },
      },
    };
  }
}

const COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'web',
    annotations: { 'stevedore.dev/pipeline': './pipeline.yaml' },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/team-web',
  },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
