import { generateAlias } from '../decide/alias';
import { freightId } from '../decide/freightId';
import { ConflictError, RegistryError } from '../model/errors';
import { ImageSubscription, Warehouse } from '../model/definition';
import { Artifacts, FreightOrigin, Image } from '../model/artifacts';
import { rowKey } from '../model/rows';
import { SourceKind } from '../registry/source';
import { Discovery } from '../ports/store';
import { commitAndTell, entryOf } from './commit';
import { EngineContext, isoNow } from './context';

const ACTOR = 'component:warehouse';
/** After so many aliases that are taken, one is made longer instead. */
const ALIAS_ATTEMPTS = 20;

/** Polls one warehouse: artifacts become freight, freight wakes the stages that take it straight from here. */
export class WarehouseLoop {
  readonly #engine: EngineContext;
  readonly #source: SourceKind;

  constructor(engine: EngineContext, source: SourceKind) {
    this.#engine = engine;
    this.#source = source;
  }

  async work(
    project: string,
    name: string,
  ): Promise<{ againMs: number } | undefined> {
    const definition = await this.#engine.definitions.load(project);
    const warehouse = definition?.project.warehouses.find(
      each => each.name === name,
    );
    if (!definition || !warehouse || definition.paused) return undefined;
    const { discovery, retryAfterMs } = await this.#discover(
      definition,
      warehouse,
    );
    await this.#engine.store.saveDiscovery(project, name, discovery);
    if (!discovery.error && warehouse.freightCreationPolicy === 'Automatic') {
      await this.#produce(project, warehouse, discovery);
    }
    this.#engine.events.publish({ project, subjects: [`warehouse:${name}`] });
    return { againMs: Math.max(warehouse.intervalMs, retryAfterMs ?? 0) };
  }

  /** One failing subscription fails the discovery; what was found before is kept (Kargo 2.1). */
  async #discover(
    definition: { project: { name: string }; entityRef: string },
    warehouse: Warehouse,
  ): Promise<{ discovery: Discovery; retryAfterMs?: number }> {
    const { store, grants, oci, masker } = this.#engine;
    const project = definition.project.name;
    const images: Discovery['images'] = [];
    try {
      for (const subscription of warehouse.subscriptions) {
        if (!('image' in subscription)) continue;
        const { repoURL } = subscription.image;
        const refusal = await grants.refusal({
          project,
          entityRef: definition.entityRef,
          kind: 'image',
          url: repoURL,
          access: 'read',
        });
        if (refusal) throw new RegistryError(refusal);
        const references = await this.#source.discover(subscription.image, oci);
        if (references.length === 0)
          throw new RegistryError(
            `${repoURL} has no tag that fits ${wanted(subscription.image)}`,
          );
        images.push({
          repoURL,
          subscriptionName: subscription.name,
          references,
        });
      }
      return { discovery: { at: isoNow(this.#engine), images } };
    } catch (error) {
      const before = await store.discovery(project, warehouse.name);
      const message = masker.mask((error as Error).message);
      const { retryAfterMs } = error as RegistryError;
      return {
        discovery: {
          at: isoNow(this.#engine),
          images: before?.images ?? [],
          error: message,
        },
        retryAfterMs,
      };
    }
  }

  /** The newest of every subscription becomes freight, once: its name is its content (invariant 6). */
  async #produce(
    project: string,
    warehouse: Warehouse,
    discovery: Discovery,
  ): Promise<void> {
    const origin: FreightOrigin = { kind: 'Warehouse', name: warehouse.name };
    const artifacts: Artifacts = {
      commits: [],
      charts: [],
      artifacts: [],
      images: discovery.images.map(newestImage),
    };
    const name = freightId(origin, artifacts);
    if (await this.#engine.store.freight(project, name)) return;
    const freight = {
      name,
      alias: await this.#freeAlias(project, name),
      origin,
      discoveredAt: isoNow(this.#engine),
      createdBy: ACTOR,
      ...artifacts,
    };
    try {
      await commitAndTell(this.#engine, project, {
        entries: [
          entryOf(this.#engine, {
            verb: 'freight.created',
            actor: ACTOR,
            subject: `freight:${name}`,
            data: { freight },
          }),
        ],
        expect: [{ ...rowKey.freight(name), version: 0 }],
      });
    } catch (error) {
      // another replica found the same thing first
      if (!(error instanceof ConflictError)) throw error;
    }
    const definition = await this.#engine.definitions.load(project);
    for (const stage of definition?.project.stages ?? []) {
      await this.#engine.queue.enqueue({
        kind: 'stage',
        project,
        name: stage.name,
      });
    }
  }

  /** The first of the freight's aliases that no other freight has. */
  async #freeAlias(project: string, freight: string): Promise<string> {
    for (let attempt = 0; attempt < ALIAS_ATTEMPTS; attempt += 1) {
      const alias = generateAlias(freight, attempt);
      if (!(await this.#engine.store.freightByAlias(project, alias)))
        return alias;
    }
    return `${generateAlias(freight)}-${freight.slice(0, 7)}`;
  }
}

function newestImage(found: Discovery['images'][number]): Image {
  const [{ tag, digest, annotations }] = found.references;
  return {
    repoURL: found.repoURL,
    tag,
    digest,
    annotations,
    subscriptionName: found.subscriptionName,
  };
}

function wanted(image: ImageSubscription): string {
  return image.constraint
    ? `the range ${image.constraint}`
    : `the strategy ${image.imageSelectionStrategy}`;
}
