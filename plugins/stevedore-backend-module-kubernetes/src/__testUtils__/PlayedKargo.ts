import { KubernetesObject } from '../api/resourceKind';
import {
  FreightObject,
  PromotionObject,
  StageObject,
} from '../kargo/beside/objects';
import {
  FREIGHTS,
  PROJECTS,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
} from '../kargo/kargoKinds';
import { TestCluster } from './TestCluster';

const NAMESPACE = 'shop';
const ORIGIN = 'Warehouse/images';
const HASH = 'cafe'.repeat(10);

/** Writes what Kargo's controllers write, when a test says so. */
export class PlayedKargo {
  readonly #cluster: TestCluster;
  readonly #made: [Parameters<TestCluster['create']>[0], string][] = [];

  constructor(cluster: TestCluster) {
    this.#cluster = cluster;
  }

  /** A warehouse, and `dev` before `prod`; the project names its entity. */
  async putShop(annotations: Record<string, string> = IS_FOR): Promise<void> {
    await this.#put(PROJECTS, 'shop', { annotations });
    await this.#put(WAREHOUSES, 'images', {}, WAREHOUSE);
    await this.#put(STAGES, 'dev', {}, { spec: stageSpec({ direct: true }) });
    await this.#put(
      STAGES,
      'prod',
      {},
      {
        spec: {
          ...stageSpec({ stages: ['dev'] }),
          shard: 'eu',
          // nothing that a portal could know
          extension: { of: 'a newer Kargo' },
        },
      },
    );
  }

  /** @returns its name */
  async putFreight(tag: string, index: number): Promise<string> {
    const name = `${index}`.repeat(40);
    await this.#put(
      FREIGHTS,
      name,
      { labels: { 'kargo.akuity.io/alias': `alias-${index}` } },
      {
        alias: `alias-${index}`,
        origin: { kind: 'Warehouse', name: 'images' },
        discoveredAt: `2026-03-0${index}T10:00:00Z`,
        images: [{ repoURL: 'ghcr.io/acme/web', tag, digest: 'sha256:1' }],
      },
    );
    return name;
  }

  /** As somebody makes one who is no user of the portal. */
  async putPromotion(stage: string, freight: string, at = 1): Promise<string> {
    const ulid = `01jzzzzzzzzzzzzzzzzzzzzz0${at}`;
    const name = `${stage}.${ulid}.${freight.slice(0, 7)}`;
    await this.#put(
      PROMOTIONS,
      name,
      { annotations: { 'kargo.akuity.io/create-actor': 'email:eve@acme.dev' } },
      { spec: { stage, freight, steps: STEPS } },
    );
    return name;
  }

  async promotions(): Promise<PromotionObject[]> {
    const names = this.#made
      .filter(([kind]) => kind === PROMOTIONS)
      .map(([, name]) => name);
    return Promise.all(names.map(name => this.promotion(name)));
  }

  promotion(name: string): Promise<PromotionObject> {
    return this.#cluster.read<PromotionObject>(PROMOTIONS, at(name));
  }

  freight(name: string): Promise<FreightObject> {
    return this.#cluster.read<FreightObject>(FREIGHTS, at(name));
  }

  warehouse(): Promise<KubernetesObject> {
    return this.#cluster.read(WAREHOUSES, at('images'));
  }

  /** A promotion that it had no part in making. */
  knows(name: string): void {
    this.#made.push([PROMOTIONS, name]);
  }

  async pending(name: string): Promise<void> {
    await this.#cluster.report(PROMOTIONS, at(name), { phase: 'Pending' });
  }

  async run(name: string): Promise<void> {
    const { spec } = await this.promotion(name);
    await this.#cluster.report(STAGES, at(spec!.stage!), {
      currentPromotion: { name },
    });
    await this.#cluster.report(PROMOTIONS, at(name), {
      phase: 'Running',
      startedAt: '2026-03-09T10:00:00Z',
      currentStep: 1,
      stepExecutionMetadata: [
        {
          alias: 'clone',
          status: 'Succeeded',
          startedAt: '2026-03-09T10:00:00Z',
          finishedAt: '2026-03-09T10:00:01Z',
        },
        {
          alias: 'step-2',
          status: 'Running',
          startedAt: '2026-03-09T10:00:01Z',
        },
      ],
      state: { clone: { commits: { main: 'abc' } } },
    });
  }

  async succeed(name: string): Promise<void> {
    const { spec } = await this.promotion(name);
    const stage = spec!.stage!;
    const freight = await this.freight(spec!.freight!);
    const reference = referenceOf(freight);
    const finishedAt = '2026-03-09T10:05:00Z';
    const collection = { id: HASH, items: { [ORIGIN]: reference } };
    await this.#cluster.report(PROMOTIONS, at(name), {
      phase: 'Succeeded',
      finishedAt,
      freight: reference,
      freightCollection: collection,
    });
    await this.#cluster.report(FREIGHTS, at(freight.metadata.name), {
      currentlyIn: { [stage]: { since: finishedAt } },
    });
    await this.#cluster.report(STAGES, at(stage), {
      currentPromotion: null,
      lastPromotion: {
        name,
        freight: reference,
        status: { phase: 'Succeeded' },
        finishedAt,
      },
      freightHistory: [collection],
      health: { status: 'Healthy' },
    });
  }

  async verify(stage: string, freight: string): Promise<void> {
    const { status } = await this.#cluster.read<StageObject>(STAGES, at(stage));
    const [here, ...before] = status!.freightHistory!;
    const verification = {
      id: 'v1',
      phase: 'Successful',
      startTime: '2026-03-09T10:06:00Z',
      finishTime: '2026-03-09T10:07:00Z',
    };
    await this.#cluster.report(STAGES, at(stage), {
      freightHistory: [
        { ...here, verificationHistory: [verification] },
        ...before,
      ],
    });
    await this.#cluster.report(FREIGHTS, at(freight), {
      verifiedIn: { [stage]: { verifiedAt: '2026-03-09T10:07:00Z' } },
    });
  }

  async fail(name: string, message: string): Promise<void> {
    const { spec } = await this.promotion(name);
    const finishedAt = '2026-03-09T10:05:00Z';
    await this.#cluster.report(PROMOTIONS, at(name), {
      phase: 'Errored',
      message,
      finishedAt,
    });
    await this.#cluster.report(STAGES, at(spec!.stage!), {
      currentPromotion: null,
      lastPromotion: {
        name,
        freight: { name: spec!.freight },
        status: { phase: 'Errored' },
        finishedAt,
      },
    });
  }

  async unhealthy(stage: string, issue: string): Promise<void> {
    await this.#cluster.report(STAGES, at(stage), {
      health: { status: 'Unhealthy', issues: [issue] },
    });
  }

  async clear(): Promise<void> {
    for (const [kind, name] of this.#made.splice(0)) {
      const namespace = kind === PROJECTS ? '' : NAMESPACE;
      await this.#cluster.remove(kind, namespace, name).catch(() => {});
    }
  }

  async #put(
    kind: Parameters<TestCluster['create']>[0],
    name: string,
    metadata: object,
    rest: object = {},
  ): Promise<void> {
    const namespace = kind === PROJECTS ? {} : { namespace: NAMESPACE };
    this.#made.push([kind, name]);
    const { status, ...object } = rest as { status?: object };
    await this.#cluster.create(kind, {
      metadata: {
        name,
        creationTimestamp: '2026-03-01T09:00:00Z',
        ...namespace,
        ...metadata,
      },
      ...object,
    } as KubernetesObject);
    if (status) await this.#cluster.report(kind, at(name), status);
  }
}

const at = (name: string) => ({ namespace: NAMESPACE, name });

const IS_FOR = { 'stevedore.dev/entity': 'component:default/web' };

const STEPS = [
  { uses: 'git-clone', as: 'clone', config: {} },
  // a step that only this Kargo has
  { uses: 'acme-release', config: { channel: 'stable' } },
];

const stageSpec = (sources: object) => ({
  requestedFreight: [
    { origin: { kind: 'Warehouse', name: 'images' }, sources },
  ],
  promotionTemplate: { spec: { steps: STEPS } },
});

const WAREHOUSE = {
  spec: {
    interval: '5m0s',
    subscriptions: [
      { image: { repoURL: 'ghcr.io/acme/web', constraint: '^1.0.0' } },
    ],
  },
  status: {
    conditions: [
      {
        type: 'Healthy',
        status: 'True',
        reason: 'ArtifactsDiscovered',
        message: 'Successfully discovered artifacts',
      },
    ],
    discoveredArtifacts: { discoveredAt: '2026-03-09T09:00:00Z' },
  },
};

const referenceOf = ({ metadata, origin, images }: FreightObject) => ({
  name: metadata.name,
  origin,
  images,
});
