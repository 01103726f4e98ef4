import {
  conditionsOf,
  failedConditions,
  nothingFound,
} from '../decide/warehouse/conditionsOf';
import { discoveryRetryMs } from '../decide/warehouse/discoveryRetry';
import { Project, Warehouse } from '../model/definition';
import { Discovered } from '../model/discovery';
import { RegistryError } from '../model/errors';
import { Discovery } from '../ports/store';
import { SourceContext, Sources } from '../registry/source';
import { EngineContext, isoNow } from './context';
import { discoverArtifacts } from './discoverArtifacts';
import { produceFreight } from './produceFreight';
import { SharedSightings } from './Sightings';

/** Where a warehouse says what it watches. */
const SUBSCRIPTIONS = ['spec', 'subscriptions'];

interface Running {
  project: Project;
  entityRef: string;
  warehouse: Warehouse;
}

interface Look {
  discovered?: Discovered;
  error?: string;
  againMs: number;
}

/** Polls one warehouse: artifacts become freight, freight wakes the stages that take it straight from here. */
export class WarehouseLoop {
  readonly #engine: EngineContext;
  readonly #sources: Sources;
  readonly #sightings: SharedSightings;
  /** By project and warehouse: how many looks failed in a row. Lost with the process, and begun anew. */
  readonly #failures = new Map<string, number>();

  constructor(engine: EngineContext, sources: Sources) {
    this.#engine = engine;
    this.#sources = sources;
    this.#sightings = new SharedSightings(engine.clock);
  }

  /** A poll: what other warehouses saw within the interval counts. */
  work(
    project: string,
    name: string,
  ): Promise<{ againMs: number } | undefined> {
    return this.#poll(project, name, false);
  }

  /** Somebody asks, or a webhook says that there is something new: everything is looked at now. */
  async refresh(project: string, name: string): Promise<undefined> {
    const again = await this.#poll(project, name, true);
    // the poll that waits already may be far away
    const key = { kind: 'warehouse' as const, project, name };
    if (again && this.#failures.has(`${project}/${name}`))
      await this.#engine.queue.enqueue(key, again.againMs);
  }

  async #poll(
    project: string,
    name: string,
    forced: boolean,
  ): Promise<{ againMs: number } | undefined> {
    const definition = await this.#engine.definitions.load(project);
    const warehouse = definition?.project.warehouses.find(
      each => each.name === name,
    );
    if (!definition || !warehouse || definition.paused) return undefined;
    const look = await this.#look({ ...definition, warehouse }, forced);
    const before = await this.#engine.store.discovery(project, name);
    const discovery = await this.#conclude(look, {
      project,
      warehouse,
      before,
    });
    const place =
      discovery.error &&
      definition.placeOf?.({ kind: 'Warehouse', name }, SUBSCRIPTIONS);
    const error = place ? `${discovery.error} (${place})` : discovery.error;
    await this.#engine.store.saveDiscovery(project, name, {
      ...discovery,
      error,
    });
    this.#engine.events.publish({ project, subjects: [`warehouse:${name}`] });
    return { againMs: look.againMs };
  }

  async #look(
    { project, entityRef, warehouse }: Running,
    forced: boolean,
  ): Promise<Look> {
    const { git, oci, charts, grants, clock, masker } = this.#engine;
    const { intervalMs, subscriptions } = warehouse;
    const key = `${project.name}/${warehouse.name}`;
    const sightings = this.#sightings.forPoll({ intervalMs, forced });
    const context: SourceContext = {
      git,
      oci,
      charts,
      sightings,
      now: clock.now(),
    };
    try {
      const discovered = await discoverArtifacts(subscriptions, {
        sources: this.#sources,
        context,
        refusal: request =>
          grants.refusal({ ...request, project: project.name, entityRef }),
      });
      this.#failures.delete(key);
      return { discovered, againMs: sightings.dueMs() };
    } catch (error) {
      const { retryAfterMs } = error as RegistryError;
      const failures = (this.#failures.get(key) ?? 0) + 1;
      this.#failures.set(key, failures);
      return {
        error: masker.mask((error as Error).message),
        againMs: discoveryRetryMs(failures, { intervalMs, retryAfterMs }),
      };
    }
  }

  /** Freight is made before the discovery is kept, so that a process that ends in between makes it the next time. */
  async #conclude(
    { discovered, error }: Look,
    at: { project: string; warehouse: Warehouse; before?: Discovery },
  ): Promise<Discovery> {
    const { project, warehouse, before } = at;
    const now = isoNow(this.#engine);
    if (!discovered) {
      const conditions = failedConditions(error ?? '');
      return { at: now, ...discoveredOf(before), conditions, error };
    }
    const outcome = await produceFreight(this.#engine, {
      project,
      warehouse,
      discovered,
      previous: before && discoveredOf(before),
    });
    if (outcome?.kind === 'created') await this.#wakeStages(project);
    const problem =
      outcome?.kind === 'criteriaFailed'
        ? outcome.message
        : nothingFound(discovered)?.message;
    const conditions = conditionsOf(discovered, outcome);
    return { at: now, ...discovered, conditions, error: problem };
  }

  async #wakeStages(project: string): Promise<void> {
    const definition = await this.#engine.definitions.load(project);
    for (const { name } of definition?.project.stages ?? [])
      await this.#engine.queue.enqueue({ kind: 'stage', project, name });
  }
}

/** What an older version kept had images only. */
function discoveredOf(discovery?: Discovery): Discovered {
  const { git = [], images = [], charts = [] } = discovery ?? {};
  return { git, images, charts };
}
