import { createGitRepositories } from '../../adapters/git';
import { TestRemote } from '../../adapters/git/testing/TestRemote';
import { createValueMasker, systemClock, ulidIds } from '../../adapters/system';
import { readManifests } from '../../manifests';
import { ApprovalRule } from '../../model/definition';
import { ImageMetadata } from '../../ports/registry';
import { Faults, Queue, WorkKey } from '../../ports/runtime';
import { builtInKinds, imageSource } from '../../registry/builtInKinds';
import { readOptionsOf } from '../../registry/readOptionsOf';
import { createRegistry } from '../../registry/registry';
import { AnyStepKind } from '../../registry/step';
import { MemoryStore } from '../../testing';
import { EngineContext } from '../context';
import { createEngine } from '../createEngine';
import { Engine } from '../engine';

/** A queue that a test drives: `settle` works until nothing is due at once. */
class DrivenQueue implements Queue {
  readonly keys = new Map<string, WorkKey>();
  handle: (key: WorkKey) => Promise<{ againMs?: number } | void> = async () =>
    undefined;

  async enqueue(key: WorkKey, afterMs = 0): Promise<void> {
    if (afterMs === 0) this.keys.set(JSON.stringify(key), key);
  }

  async start(handle: DrivenQueue['handle']): Promise<void> {
    this.handle = handle;
  }

  async stop(): Promise<void> {
    this.keys.clear();
  }

  /** Warehouses are left out unless asked for: they are always due again. */
  async settle(): Promise<void> {
    while (this.keys.size > 0) {
      const batch = [...this.keys.values()];
      this.keys.clear();
      await Promise.all(
        batch.map(async key => {
          const again = await this.handle(key);
          if (again?.againMs !== undefined && again.againMs <= 200)
            this.keys.set(JSON.stringify(key), key);
        }),
      );
    }
  }
}

/** A process is gone: nothing after this point happens. */
export class Killed extends Error {
  override name = 'Killed';
}

export interface EngineWorldOptions {
  manifests: string;
  steps?: AnyStepKind[];
  owners?: string[];
  platformApprovals?: ApprovalRule[];
}

/** Real Git, the real engine, a store in memory, and a registry that says what the test says. */
export class EngineWorld {
  readonly remote = new TestRemote();
  readonly store = new MemoryStore(systemClock);
  readonly images: ImageMetadata[] = [];
  readonly refused: string[] = [];
  faults: Faults = { at: async () => undefined };
  queue = new DrivenQueue();
  engine!: Engine;
  readonly #options: EngineWorldOptions;

  constructor(options: EngineWorldOptions) {
    this.#options = options;
  }

  /** Starts a process: a new engine on the same store, remote and working directory. */
  async boot(): Promise<void> {
    this.queue = new DrivenQueue();
    const kinds = builtInKinds();
    const registry = createRegistry({
      ...kinds,
      steps: [...kinds.steps, ...(this.#options.steps ?? [])],
    });
    const readOptions = readOptionsOf(registry);
    const { store } = this;
    const context: EngineContext = {
      store,
      registry,
      queue: this.queue,
      clock: systemClock,
      ids: ulidIds(),
      masker: createValueMasker(),
      replica: 'test',
      identity: { name: 'Stevedore', email: 'stevedore@localhost' },
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      events: { publish: () => undefined },
      faults: { at: (point, info) => this.faults.at(point, info) },
      git: createGitRepositories({
        directory: `${this.remote.directory}/engine`,
        credentials: async () => undefined,
        allowFile: true,
      }),
      oci: {
        listTags: async () => this.images.map(image => image.tag),
        describe: async (_, tag) =>
          this.images.find(image => image.tag === tag),
      },
      http: { send: async () => ({ status: 200, headers: {}, body: '{}' }) },
      grants: {
        refusal: async request =>
          this.refused.find(path => request.paths?.includes(path)) &&
          `${request.url}: not granted`,
      },
      definitions: {
        load: async project => {
          const row = await store.project(project);
          const read = row && readManifests(row.files, readOptions);
          return (
            read?.project && {
              project: read.project,
              entityRef: row!.entityRef,
              paused: row!.paused,
            }
          );
        },
      },
      policies: {
        approvals: async (_, stage) => [
          ...stage.approvals,
          ...(this.#options.platformApprovals ?? []),
        ],
        owners: async () => this.#options.owners ?? [],
      },
    };
    this.engine = createEngine(context, imageSource);
    await this.engine.start();
  }

  async define(text = this.#options.manifests): Promise<void> {
    const files = [{ name: 'pipeline.yaml', text }];
    const { problems } = readManifests(
      files,
      readOptionsOf(
        createRegistry({
          ...builtInKinds(),
          steps: [...builtInKinds().steps, ...(this.#options.steps ?? [])],
        }),
      ),
    );
    await this.engine.define({
      entityRef: 'component:default/web',
      project: 'web',
      files,
      provenance: 'files',
      problems,
    });
  }

  async release(tag: string): Promise<void> {
    const digest = `sha256:${Buffer.from(tag)
      .toString('hex')
      .padEnd(64, '0')
      .slice(0, 64)}`;
    this.images.push({ tag, digest, annotations: {} });
    await this.engine.refresh({ project: 'web', warehouse: 'web' });
    await this.queue.settle();
  }

  /** Messages on the remote branch that name the promotion, newest first. */
  commitsOf(promotion: string): string[] {
    this.remote.git('fetch', '-q', 'origin');
    const log = this.remote.git(
      'log',
      '--format=%H',
      `--grep=Stevedore-Promotion: ${promotion}`,
      'origin/main',
    );
    return log.split('\n').filter(Boolean);
  }

  file(path: string): string {
    this.remote.git('fetch', '-q', 'origin');
    return this.remote.git('show', `origin/main:${path}`);
  }

  async close(): Promise<void> {
    await this.engine.stop();
    this.remote.remove();
  }
}

/** Stages in a row, each writing its own values file of one repository. */
export function manifestsOf(
  url: string,
  options: {
    stages: string[];
    auto?: string[];
    approvals?: Record<string, string>;
    file?: string;
  },
): string {
  const { stages, auto = [], approvals = {} } = options;
  const stageText = stages.map((stage, index) => {
    const sources =
      index === 0 || options.file
        ? 'direct: true'
        : `stages: [${stages[index - 1]}]`;
    const annotation = approvals[stage]
      ? `\n  annotations: {stevedore.dev/approvals: "${approvals[stage]}"}`
      : '';
    const file = options.file ?? `${stage}/values.yaml`;
    return `apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata:
  name: ${stage}
  namespace: web${annotation}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${sources}}}]
  promotionTemplate:
    spec:
      steps:
      - {uses: git-clone, config: {repoURL: "${url}", checkout: [{branch: main, path: ./src}]}}
      - {uses: yaml-update, as: update, config: {path: ./src/${file}, updates: [{key: tag, value: "\${{ quote(imageFrom('localhost:1/web').Tag) }}"}, {key: at, value: "\${{ now() }} ${stage}"}]}}
      - {uses: git-commit, config: {path: ./src, message: "\${{ outputs.update.commitMessage }}"}}
      - {uses: git-push, config: {path: ./src}}
`;
  });
  const policies = auto
    .map(stage => `{stage: ${stage}, autoPromotionEnabled: true}`)
    .join(', ');
  return [
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: web}\n',
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: ProjectConfig\nmetadata: {name: web, namespace: web}\nspec: {promotionPolicies: [${policies}]}\n`,
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\nmetadata: {name: web, namespace: web}\nspec: {subscriptions: [{image: {repoURL: localhost:1/web}}]}\n',
    ...stageText,
  ].join('---\n');
}
