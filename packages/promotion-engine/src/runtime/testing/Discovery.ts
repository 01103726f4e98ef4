import { createChartRepositories } from '../../adapters/charts';
import { TestRemote } from '../../adapters/git/testing/TestRemote';
import { createOciRegistry } from '../../adapters/oci';
import { createValueMasker } from '../../adapters/system';
import { Project, Subscription, Warehouse } from '../../model/definition';
import { AccessRequest } from '../../ports/grants';
import { WorkKey } from '../../ports/runtime';
import { builtInSources } from '../../registry/builtInKinds';
import { ArtifactServer, MemoryStore } from '../../testing';
import { EngineContext } from '../context';
import { WarehouseLoop } from '../WarehouseLoop';

export const MINUTE = 60_000;

/** The loop with real remotes, a clock that a test moves, and as many warehouses as it wants. */
export class Discovery {
  readonly remote = new TestRemote();
  readonly store: MemoryStore;
  readonly queued: WorkKey[] = [];
  readonly asked: Pick<AccessRequest, 'kind' | 'url'>[] = [];
  readonly clock = { at: Date.UTC(2026, 10, 21), now: () => this.clock.at };
  readonly loop: WarehouseLoop;
  refused?: string;
  warehouses: Warehouse[] = [];

  constructor(readonly server: ArtifactServer) {
    this.store = new MemoryStore(this.clock);
    const registries = {
      credentials: () => undefined,
      timing: { now: this.clock.now, wait: async () => undefined },
    };
    const context: Partial<EngineContext> = {
      store: this.store,
      clock: this.clock,
      masker: createValueMasker(),
      oci: createOciRegistry(registries),
      charts: createChartRepositories(registries),
      git: this.remote.adapter('replica'),
      events: { publish: () => undefined },
      queue: {
        enqueue: async key => {
          this.queued.push(key);
        },
        start: async () => undefined,
        stop: async () => undefined,
      },
      grants: {
        refusal: async ({ kind, url }) => {
          this.asked.push({ kind, url });
          return this.refused;
        },
      },
      definitions: {
        load: async () => ({
          project: this.#project(),
          entityRef: 'component:default/web',
        }),
      },
    };
    this.loop = new WarehouseLoop(context as EngineContext, builtInSources);
  }

  #project(): Project {
    const stages = [{ name: 'dev' }] as Project['stages'];
    return {
      name: 'web',
      warehouses: this.warehouses,
      stages,
    } as unknown as Project;
  }

  async poll(name = 'web', minutes = 6): Promise<number> {
    this.clock.at += minutes * MINUTE;
    return (await this.loop.work('web', name))!.againMs;
  }

  async freight(): Promise<string[]> {
    const { items } = await this.store.freightPage('web', { limit: 50 });
    return items.map(({ images, commits, charts }) =>
      [
        ...images.map(({ tag }) => tag),
        ...commits.map(({ tag, message }) => tag ?? message),
        ...charts.map(({ version }) => version),
      ].join(' '),
    );
  }

  async conditions(name = 'web'): Promise<string[]> {
    const discovery = await this.store.discovery('web', name);
    return (discovery?.conditions ?? []).map(
      ({ type, status, reason }) => `${type} ${status} ${reason}`,
    );
  }

  publish(tag: string, repository = 'app'): void {
    const tags = this.server.images.get(repository) ?? new Map();
    tags.set(tag, { created: '2026-01-01T00:00:00Z' });
    this.server.images.set(repository, tags);
  }

  /** What was asked since the last call. */
  requests(): string[] {
    return this.server.requests.splice(0);
  }
}

/** One with these subscriptions, looked at every 5 minutes. */
export const warehouse = (
  subscriptions: Subscription[],
  change: Partial<Warehouse> = {},
): Warehouse => ({
  name: 'web',
  intervalMs: 5 * MINUTE,
  freightCreationPolicy: 'Automatic',
  subscriptions,
  ...change,
});
