import { createChartRepositories } from '../../adapters/charts';
import { TestRemote } from '../../adapters/git/testing/TestRemote';
import { createOciArtifacts } from '../../adapters/oci';
import { createPrograms } from '../../adapters/programs';
import { createValueMasker, systemClock, ulidIds } from '../../adapters/system';
import { Gate } from '../../decide/evaluateGates';
import { authorApprovals } from '../../decide/rollback';
import { readManifests } from '../../manifests';
import { CalendarWindow } from '../../model/calendar';
import { ApprovalRule, Project } from '../../model/definition';
import { FreightRow, PromotionRow } from '../../model/rows';
import { isEverywhere } from '../../model/scope';
import { StageRules } from '../../model/stageRules';
import { ImageMetadata } from '../../ports/registry';
import { Clock, Faults, HttpClient } from '../../ports/runtime';
import { Secrets } from '../../ports/secrets';
import { Store } from '../../ports/store';
import { builtInKinds, builtInSources } from '../../registry/builtInKinds';
import { readOptionsOf } from '../../registry/readOptionsOf';
import { createRegistry } from '../../registry/registry';
import { AnyStepKind } from '../../registry/step';
import { VerifierKind } from '../../registry/verifier';
import { MemoryStore, PipelineOptions, pipelineManifests } from '../../testing';
import { EngineContext } from '../context';
import { createEngine } from '../createEngine';
import { Engine } from '../engine';
import { createGatekeeping, Gatekeeping } from '../gatekeeping';
import { DrivenQueue } from './DrivenQueue';
import { ada } from './suite/people';

/** A process is gone: nothing after this point happens. */
export class Killed extends Error {
  override name = 'Killed';
}

export interface EngineWorldOptions extends Partial<PipelineOptions> {
  /** The definition, where the pipeline of the other options is not enough. */
  manifests?: string;
  steps?: AnyStepKind[];
  gates?: Gate[];
  verifiers?: VerifierKind[];
  /** Ids of built-in gates to leave out, for tests that have to notice. */
  withoutGates?: string[];
  owners?: string[];
  platformApprovals?: ApprovalRule[];
  /** Users of the catalog by entity ref. */
  users?: Record<string, { stands: string[]; mail?: string }>;
  /** What the platform says of every stage. */
  rules?: Partial<StageRules & { windows: CalendarWindow[] }>;
  http?: HttpClient;
  secrets?: Secrets;
  /** In place of what the world has itself. */
  tools?: Partial<Pick<EngineContext, 'analysisRuns' | 'oci' | 'programs'>>;
  /** Default: the system's. */
  clock?: Clock;
}

const NO_HTTP: HttpClient = {
  send: async () => ({ status: 200, headers: {}, body: '{}' }),
};

/** One process: an engine and the queue that drives it. */
export interface Replica {
  engine: Engine;
  gatekeeping: Gatekeeping;
  queue: DrivenQueue;
}

/** Real Git, the real engine, a store, and a registry that says what the test says. */
export class EngineWorld {
  readonly remote = new TestRemote();
  readonly images: ImageMetadata[] = [];
  /** Addresses, and paths that are written. */
  readonly refused: string[] = [];
  /** Everything that open pages were told. */
  readonly told: { project: string; subjects: string[] }[] = [];
  readonly masker = createValueMasker();
  faults: Faults = { at: async () => undefined };
  queue!: DrivenQueue;
  engine!: Engine;
  gatekeeping!: Gatekeeping;
  readonly store: Store;
  readonly options: EngineWorldOptions;

  constructor(
    options: EngineWorldOptions,
    store: Store = new MemoryStore(systemClock),
  ) {
    this.store = store;
    this.options = options;
  }

  /** A repository with a values file for every stage, and the pipeline defined. */
  static async start(
    store: Store,
    options: EngineWorldOptions,
  ): Promise<EngineWorld> {
    const world = new EngineWorld(options, store);
    const values = (options.stages ?? []).map(stage => [
      `${stage}/values.yaml`,
      '# kept\ntag: "0"\nat: never # and this\n',
    ]);
    world.remote.start({
      ...Object.fromEntries(values),
      'shared.yaml': 'tag: "0"\nat: never\n',
    });
    await world.boot();
    await world.define();
    return world;
  }

  /** Starts a process in the place of the last one, on the same store, remote and working directory. */
  async boot(): Promise<void> {
    Object.assign(this, await this.replica('test'));
  }

  /** Starts a process beside the others. */
  async replica(name: string): Promise<Replica> {
    const queue = new DrivenQueue();
    const registry = this.#registry();
    const readOptions = readOptionsOf(registry);
    const { store } = this;
    let read: { digest?: string; project?: Project } = {};
    const context: EngineContext = {
      store,
      registry,
      queue,
      clock: this.options.clock ?? systemClock,
      ids: ulidIds(),
      masker: this.masker,
      replica: name,
      identity: { name: 'Stevedore', email: 'stevedore@localhost' },
      uiBaseUrl: 'https://portal.example',
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      events: { publish: event => void this.told.push(event) },
      faults: { at: (point, info) => this.faults.at(point, info) },
      git: this.remote.adapter(name),
      oci: {
        listTags: async () => this.images.map(image => image.tag),
        describe: async (_, reference) =>
          this.images.find(({ tag, digest }) =>
            [tag, digest].includes(reference),
          ),
      },
      charts: createChartRepositories({ credentials: () => undefined }),
      http: this.options.http ?? NO_HTTP,
      programs: createPrograms(),
      ...this.options.tools,
      artifacts: createOciArtifacts({ credentials: () => undefined }),
      secrets: this.options.secrets,
      grants: {
        refusal: async request =>
          this.refused.find(
            each => each === request.url || request.paths?.includes(each),
          ) && `${request.url}: not granted`,
      },
      definitions: {
        load: async project => {
          const row = await store.project(project);
          if (!row) return undefined;
          if (read.digest !== row.digest)
            read = {
              digest: row.digest,
              project: readManifests(row.files, readOptions).project,
            };
          return (
            read.project && {
              project: read.project,
              entityRef: row.entityRef,
              paused: row.paused,
            }
          );
        },
      },
      policies: {
        approvals: async (_, stage, rollback) => [
          ...authorApprovals(stage, rollback),
          ...(this.options.platformApprovals ?? []),
        ],
        owners: async () => this.options.owners ?? [],
        standsFor: async user => this.options.users?.[user]?.stands,
        usersByEmail: async addresses =>
          Object.fromEntries(
            Object.entries(this.options.users ?? {})
              .filter(([, { mail }]) => mail && addresses.includes(mail))
              .map(([user, { mail }]) => [mail, user]),
          ),
        rules: async () => ({ steps: [], windows: [], ...this.options.rules }),
        concerns: async (_, scopes) =>
          scopes.map(
            scope =>
              isEverywhere(scope) ||
              scope.entities?.includes('component:default/web') === true,
          ),
      },
    };
    const engine = createEngine(context, builtInSources);
    await engine.start();
    return { engine, queue, gatekeeping: createGatekeeping(context) };
  }

  /** Defines the pipeline, or one that differs from it. */
  async define(change: Partial<PipelineOptions> = {}): Promise<void> {
    const { manifests, stages = [] } = this.options;
    await this.defineText(
      manifests ??
        pipelineManifests(this.remote.url, {
          ...this.options,
          stages,
          ...change,
        }),
    );
  }

  async defineText(text: string): Promise<void> {
    const files = [{ name: 'pipeline.yaml', text }];
    const { problems } = readManifests(files, readOptionsOf(this.#registry()));
    await this.engine.define({
      entityRef: 'component:default/web',
      project: 'web',
      files,
      provenance: 'files',
      problems,
    });
    await this.queue.settle();
  }

  /** Publishes an image, looks for it, and lets happen what follows. @returns the freight */
  async release(
    tag: string,
    annotations: Record<string, string> = {},
  ): Promise<FreightRow> {
    const digest = `sha256:${Buffer.from(tag)
      .toString('hex')
      .padEnd(64, '0')
      .slice(0, 64)}`;
    // what came later is told by the time: two releases are never in one millisecond
    const before = Date.now();
    while (Date.now() === before) await new Promise(setImmediate);
    this.images.push({ tag, digest, annotations });
    await this.engine.refresh({ project: 'web', warehouse: 'web' });
    await this.queue.settle();
    // two that were made within a millisecond have no order of their own
    const { items } = await this.store.freightPage('web', { limit: 50 });
    return items.find(({ images }) => images.some(each => each.tag === tag))!;
  }

  /** Asks as Ada, without reason, and lets happen what follows. */
  async promote(
    stage: string,
    freight: string,
    inputs?: Record<string, string>,
  ): Promise<PromotionRow> {
    const ask = { project: 'web', stage, freight, actor: ada, inputs };
    const { name } = await this.engine.request(ask);
    await this.queue.settle();
    return this.promotion(name);
  }

  /** Tags of the images that a stage holds. */
  async tagsIn(stage: string): Promise<string[]> {
    const row = await this.store.stage('web', stage);
    return Object.values(row?.history[0]?.items ?? {}).map(
      ({ images }) => images[0].tag,
    );
  }

  /** Every promotion, newest first. */
  async promotions(stage?: string): Promise<PromotionRow[]> {
    const options = { limit: 50, stage };
    return (await this.store.promotionPage('web', options)).items;
  }

  async promotion(name: string): Promise<PromotionRow> {
    return (await this.store.promotion('web', name))!;
  }

  /** Commits on the remote branch that name the promotion, newest first. */
  commitsOf(promotion: string): string[] {
    const log = this.remote.pushed(
      'log',
      '--format=%H',
      `--grep=Stevedore-Promotion: ${promotion}`,
      'main',
    );
    return log.split('\n').filter(Boolean);
  }

  file(path: string): string {
    return this.remote.pushed('show', `main:${path}`);
  }

  async close(): Promise<void> {
    await this.engine.stop();
    this.remote.remove();
  }

  #registry() {
    const kinds = builtInKinds();
    const { steps = [], gates = [], withoutGates = [] } = this.options;
    return createRegistry({
      verifiers: [...kinds.verifiers, ...(this.options.verifiers ?? [])],
      steps: [...kinds.steps, ...steps],
      gates: [
        ...kinds.gates.filter(({ id }) => !withoutGates.includes(id)),
        ...gates,
      ],
    });
  }
}
