import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Engine, ReadOptions, Store } from '@stevedore/promotion-engine';
import { DefinitionReader } from '../adapters/DefinitionReader';
import { PIPELINE, readDefinition, STAGES } from './readDefinition';

export interface CatalogWatcherOptions {
  catalog: CatalogService;
  auth: AuthService;
  engine: Pick<Engine, 'define' | 'pause'>;
  store: Pick<Store, 'projects' | 'project'>;
  reader: DefinitionReader;
  readOptions: ReadOptions;
  logger: LoggerService;
}

/**
 * The catalog has no change event, so it is asked again and again: by pages, for entities with our annotations.
 * An entity whose etag is known and whose definition is in its annotations costs nothing more.
 */
export class CatalogWatcher {
  readonly #options: CatalogWatcherOptions;
  readonly #seen = new Map<string, string>();

  constructor(options: CatalogWatcherOptions) {
    this.#options = options;
  }

  /** One look at the whole catalog. */
  async look(): Promise<void> {
    const present = new Set<string>();
    const claimed = new Map<string, string>();
    for await (const entity of this.#entities()) {
      const ref = stringifyEntityRef(entity);
      present.add(ref);
      try {
        await this.#define(entity, claimed);
      } catch (error) {
        this.#options.logger.warn('a definition was not taken over', {
          entityRef: ref,
          error: String(error),
        });
      }
    }
    await this.#pauseGone(present);
  }

  async *#entities(): AsyncGenerator<Entity> {
    const { catalog, auth } = this.#options;
    const filter = [STAGES, PIPELINE].map(name => ({
      [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
    }));
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const request = cursor ? { cursor } : { filter, limit: 100 };
      const page = await catalog.queryEntities(request, { credentials });
      yield* page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #define(entity: Entity, claimed: Map<string, string>): Promise<void> {
    const ref = stringifyEntityRef(entity);
    const inAnnotations = !entity.metadata.annotations?.[PIPELINE];
    const etag = entity.metadata.etag ?? '';
    if (inAnnotations && etag && this.#seen.get(ref) === etag) return;
    const input = await readDefinition(
      entity,
      this.#options.reader,
      this.#options.readOptions,
    );
    const other =
      claimed.get(input.project) ?? (await this.#owner(input.project));
    if (other && other !== ref) {
      this.#options.logger.warn('a pipeline has two owners', {
        project: input.project,
        owner: other,
        second: ref,
      });
      return;
    }
    claimed.set(input.project, ref);
    await this.#options.engine.define(input);
    this.#seen.set(ref, etag);
  }

  /** Who has it now; a paused project may be taken over. */
  async #owner(project: string): Promise<string | undefined> {
    const row = await this.#options.store.project(project);
    return row?.paused ? undefined : row?.entityRef;
  }

  async #pauseGone(present: Set<string>): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.#options.store.projects({ after, limit: 100 });
      for (const row of page.items) {
        if (row.paused || present.has(row.entityRef)) continue;
        this.#seen.delete(row.entityRef);
        await this.#options.engine.pause(
          row.project,
          `${row.entityRef} is not in the catalog`,
        );
      }
      after = page.next;
    } while (after);
  }
}
