import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Engine,
  EntityAnnotation,
  EntityLink,
  ReadOptions,
  Store,
} from '@stevedore/promotion-engine';
import { linkOf, secondClaim } from './linkEntity';
import {
  DefinitionSourceReader,
  positionOf,
  positionsOf,
  readDefinition,
} from './readDefinition';

export interface CatalogWatcherOptions {
  catalog: CatalogService;
  auth: AuthService;
  engine: Pick<Engine, 'define' | 'pause'>;
  store: Pick<
    Store,
    | 'dropEntityLink'
    | 'entityLinks'
    | 'project'
    | 'projectOfEntity'
    | 'projects'
    | 'saveEntityLink'
  >;
  reader: DefinitionSourceReader;
  readOptions: ReadOptions;
  logger: LoggerService;
}

/** What became of an entity: it defines a project, or has a link; `undefined`: it could not be told this time. */
type Outcome = { defines: string } | { link: EntityLink } | undefined;

/** What an entity was when it was last read, and stays while its etag is the same. */
interface Seen {
  etag: string;
  outcome: Outcome;
}

const WATCHED = [
  EntityAnnotation.stages,
  EntityAnnotation.pipeline,
  EntityAnnotation.project,
];

/**
 * The catalog has no change event, so it is asked again and again: by pages, for entities with our annotations.
 * An entity whose etag is known and whose definition is in its annotations costs nothing more.
 */
export class CatalogWatcher {
  readonly #options: CatalogWatcherOptions;
  readonly #seen = new Map<string, Seen>();

  constructor(options: CatalogWatcherOptions) {
    this.#options = options;
  }

  /** One look at the whole catalog. */
  async look(): Promise<void> {
    const found = new Map<string, Outcome>();
    for await (const entity of this.#entities()) {
      const ref = stringifyEntityRef(entity);
      try {
        found.set(ref, await this.#take(entity, ref));
      } catch (error) {
        found.set(ref, undefined);
        this.#options.logger.warn('a definition was not taken over', {
          entityRef: ref,
          error: String(error),
        });
      }
    }
    await this.#pauseOthers(found);
    await this.#dropLinks(found);
  }

  async *#entities(): AsyncGenerator<Entity> {
    const { catalog, auth } = this.#options;
    const filter = WATCHED.map(name => ({
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

  async #take(entity: Entity, ref: string): Promise<Outcome> {
    const { annotations = {}, etag = '' } = entity.metadata;
    const seen = this.#seen.get(ref);
    const same = etag !== '' && seen?.etag === etag;
    // files may change without their entity
    const inFiles = annotations[EntityAnnotation.pipeline] !== undefined;
    if (same && (await this.#stands(seen.outcome, inFiles)))
      return seen.outcome;
    const outcome =
      annotations[EntityAnnotation.project] === undefined
        ? await this.#define(entity, ref)
        : await this.#link(entity);
    if ('link' in outcome) await this.#saveLink(outcome.link, seen);
    else if (!seen || (seen.outcome && 'link' in seen.outcome))
      await this.#options.store.dropEntityLink(ref);
    this.#seen.set(ref, { etag, outcome });
    return outcome;
  }

  /** Is it still as it was, without reading anything? */
  async #stands(outcome: Outcome, inFiles: boolean): Promise<boolean> {
    if (!outcome) return false;
    if ('defines' in outcome) return !inFiles;
    const { claims } = outcome.link;
    if (claims === undefined) return true;
    // the owner may have gone
    const row = await this.#options.store.project(claims);
    return row !== undefined && !row.paused;
  }

  async #define(
    entity: Entity,
    ref: string,
  ): Promise<{ defines: string } | { link: EntityLink }> {
    const { engine, reader, readOptions, store } = this.#options;
    const { named, position, ...input } = await readDefinition(
      entity,
      reader,
      readOptions,
    );
    // what cannot be read has no name: it is about what the entity runs
    const running = named ? undefined : await store.projectOfEntity(ref);
    const project = running?.project ?? input.project;
    const row = await store.project(project);
    const isOther = row !== undefined && row.entityRef !== ref;
    const broken = input.problems.some(each => each.severity === 'error');
    // a project without an owner goes to whoever defines it well
    if (isOther && (!row.paused || broken)) {
      const claim = { ...input, named, position, project };
      const link = secondClaim(claim, row.entityRef);
      const problems = broken ? input.problems : link.problems;
      return { link: { ...link, problems } };
    }
    await engine.define({ ...input, project });
    return { defines: project };
  }

  async #link(entity: Entity): Promise<{ link: EntityLink }> {
    const positions = await positionsOf(entity, this.#options.reader);
    const position = positionOf(positions, EntityAnnotation.project);
    return { link: linkOf(entity, position) };
  }

  async #saveLink(link: EntityLink, seen: Seen | undefined): Promise<void> {
    const before =
      seen?.outcome && 'link' in seen.outcome ? seen.outcome.link : undefined;
    if (JSON.stringify(before) === JSON.stringify(link)) return;
    await this.#options.store.saveEntityLink(link);
  }

  async #pauseOthers(found: ReadonlyMap<string, Outcome>): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.#options.store.projects({ after, limit: 100 });
      for (const { project, entityRef, paused } of page.items) {
        const outcome = found.get(entityRef);
        const unclear = found.has(entityRef) && outcome === undefined;
        const defines = outcome && 'defines' in outcome && outcome.defines;
        // another replica saw it gone: it is read anew, and so resumes
        if (paused && defines === project) this.#seen.delete(entityRef);
        if (paused || unclear || defines === project) continue;
        if (!outcome) this.#seen.delete(entityRef);
        const reason = `${entityRef} ${whyNot(outcome)}`;
        await this.#options.engine.pause(project, reason);
      }
      after = page.next;
    } while (after);
  }

  async #dropLinks(found: ReadonlyMap<string, Outcome>): Promise<void> {
    const { store } = this.#options;
    let after: string | undefined;
    do {
      const page = await store.entityLinks({ after, limit: 100 });
      for (const { entityRef } of page.items) {
        if (found.has(entityRef)) continue;
        this.#seen.delete(entityRef);
        await store.dropEntityLink(entityRef);
      }
      after = page.next;
    } while (after);
  }
}

/** Why the project of an entity has nobody to run it. */
function whyNot(outcome: Outcome): string {
  if (!outcome) return 'has no pipeline in the catalog any more';
  if ('defines' in outcome) return `defines ${outcome.defines} now`;
  return outcome.link.shows
    ? `shows the pipeline of ${outcome.link.shows} now`
    : 'has no pipeline of its own now';
}
