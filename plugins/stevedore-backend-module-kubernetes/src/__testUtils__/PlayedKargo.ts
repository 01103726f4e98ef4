import {
  atStep,
  failed,
  Freight,
  KargoStage,
  KargoStatuses,
  Promotion,
  succeeded,
  verified,
} from '@stevedore/demo';
import { KubernetesObject } from '../api/resourceKind';
import { FreightObject, PromotionObject } from '../kargo/beside/objects';
import {
  FREIGHTS,
  PROJECTS,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
} from '../kargo/kargoKinds';
import { TestCluster } from './TestCluster';

const NAMESPACE = 'shop';

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

  /** The first step is done, the second one runs. */
  async run(name: string): Promise<void> {
    const promotion = await this.promotion(name);
    const begun = { index: 1, at: '2026-03-09T10:00:00Z' };
    await this.#write(promotion, atStep(promotion as Promotion, begun));
  }

  async succeed(name: string): Promise<void> {
    const promotion = await this.promotion(name);
    const { stage, freight } = promotion.spec!;
    const done = {
      freight: (await this.freight(freight!)) as Freight,
      stage: await this.#stage(stage!),
      at: '2026-03-09T10:05:00Z',
    };
    await this.#write(promotion, succeeded(promotion as Promotion, done));
  }

  async verify(stage: string, freight: string): Promise<void> {
    const passed = { at: '2026-03-09T10:07:00Z', id: 'v1' };
    const statuses = verified(await this.#stage(stage), passed);
    await this.#cluster.report(STAGES, at(stage), statuses.stage!);
    await this.#cluster.report(FREIGHTS, at(freight), statuses.freight!);
  }

  async fail(name: string, message: string): Promise<void> {
    const promotion = await this.promotion(name);
    const end = { phase: 'Errored', message, at: '2026-03-09T10:05:00Z' };
    await this.#write(promotion, failed(promotion as Promotion, end));
  }

  async unhealthy(stage: string, issue: string): Promise<void> {
    await this.#cluster.report(STAGES, at(stage), {
      health: { status: 'Unhealthy', issues: [issue] },
    });
  }

  #stage(name: string): Promise<KargoStage> {
    return this.#cluster.read<KargoStage>(STAGES, at(name));
  }

  async #write(
    { metadata, spec }: PromotionObject,
    { promotion, freight, stage }: KargoStatuses,
  ): Promise<void> {
    const cluster = this.#cluster;
    if (freight) await cluster.report(FREIGHTS, at(spec!.freight!), freight);
    if (stage) await cluster.report(STAGES, at(spec!.stage!), stage);
    if (promotion)
      await cluster.report(PROMOTIONS, at(metadata.name), promotion);
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
