import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DefinitionSource } from '@stevedore/plugin-stevedore-node';
import {
  canonicalHash,
  Engine,
  EntityAnnotation,
  EntityLink,
  ReadOptions,
  ProjectRow,
  Store,
} from '@stevedore/promotion-engine';
import { linkOf, secondClaim } from './linkEntity';
import { MappedEntities } from './MappedEntities';
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
  /** Where else definitions are read from. */
  sources: readonly DefinitionSource[];
  readOptions: ReadOptions;
  logger: LoggerService;
}

/** What became of an entity: it defines a project, or has a link; `undefined`: it could not be told this time. */
type Outcome = { defines: string } | { link: EntityLink } | undefined;

/** What an entity was when it was last read, and stays while its etag is the same. */
interface Seen {
  etag: string;
  outcome: Outcome;
  /** Digest of what a source said. */
  said?: string;
}

/** The outcome of a look, and the digest of what a source said. */
type Taken = NonNullable<Outcome> & { said?: string };

type Filter = Record<string, string | symbol>[];

const WATCHED = [
  EntityAnnotation.stages,
  EntityAnnotation.pipeline,
  EntityAnnotation.kargoProject,
  EntityAnnotation.kargo,
  EntityAnnotation.project,
];

/**
 * The catalog has no change event, so it is asked again and again: by pages, for entities with our annotations.
 * An entity whose etag is known and whose definition is in its annotations costs nothing more.
 */
export class CatalogWatcher {
  readonly #options: CatalogWatcherOptions;
  readonly #seen = new Map<string, Seen>();
  readonly #turns = new Map<string, Promise<Outcome>>();
  /** Of the look that is under way. */
  #found?: Map<string, Outcome>;

  readonly #mapping: MappedEntities;

  constructor(options: CatalogWatcherOptions) {
    this.#options = options;
    this.#mapping = new MappedEntities(options);
  }

  /** One look at the whole catalog. */
  async look(): Promise<void> {
    const found = new Map<string, Outcome>();
    this.#found = found;
    const { sources } = this.#options;
    const watched = new Set([
      ...WATCHED,
      ...sources.map(({ annotation }) => annotation),
    ]);
    const filter = [...watched].map(name => ({
      [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
    }));
    await this.#takeAll(this.#entities(filter), found);
    const mapped = await this.#mapping.entities();
    await this.#takeAll(mapped.entities, found);
    await this.#pauseOthers(found, mapped.unclear);
    await this.#dropLinks(found);
  }

  /** One look at the entities with this value of this annotation. */
  async lookAt(annotation: string, target: string): Promise<void> {
    const found = new Map<string, Outcome>();
    const filter = [{ [`metadata.annotations.${annotation}`]: target }];
    await this.#takeAll(this.#entities(filter), found);
    const { entities } = await this.#mapping.entities({ annotation, target });
    await this.#takeAll(entities, found);
    // what came in the meantime is not gone
    for (const [ref, outcome] of found) this.#found?.set(ref, outcome);
  }

  /** An entity that was found before stays what it was there: its annotation goes before a rule. */
  async #takeAll(
    entities: AsyncIterable<Entity> | Iterable<Entity>,
    found: Map<string, Outcome>,
  ): Promise<void> {
    for await (const entity of entities) {
      const ref = stringifyEntityRef(entity);
      if (found.has(ref)) continue;
      try {
        found.set(ref, await this.#inTurn(entity, ref));
      } catch (error) {
        found.set(ref, undefined);
        this.#options.logger.warn('a definition was not taken over', {
          entityRef: ref,
          error: String(error),
        });
      }
    }
  }

  async *#entities(filter: Filter): AsyncGenerator<Entity> {
    const { catalog, auth } = this.#options;
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const request = cursor ? { cursor } : { filter, limit: 100 };
      const page = await catalog.queryEntities(request, { credentials });
      yield* page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  /** Two looks at one entity come one after the other, so that the later one has the last word. */
  async #inTurn(entity: Entity, ref: string): Promise<Outcome> {
    const before = this.#turns.get(ref)?.catch(() => undefined);
    const turn = Promise.resolve(before).then(() => this.#take(entity, ref));
    this.#turns.set(ref, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(ref) === turn) this.#turns.delete(ref);
    }
  }

  async #take(entity: Entity, ref: string): Promise<Outcome> {
    const { annotations = {}, etag = '' } = entity.metadata;
    const seen = this.#seen.get(ref);
    const same = etag !== '' && seen?.etag === etag;
    // files and clusters may change without their entity
    const elsewhere = this.#placesElsewhere().some(
      name => annotations[name] !== undefined,
    );
    if (same && (await this.#stands(seen.outcome, elsewhere)))
      return seen.outcome;
    const taken =
      annotations[EntityAnnotation.project] === undefined
        ? await this.#define(entity, ref, same ? seen : undefined)
        : await this.#link(entity);
    if (!taken) return undefined;
    const { said, ...outcome } = taken;
    if ('link' in outcome) await this.#saveLink(outcome.link, seen);
    else if (!seen || (seen.outcome && 'link' in seen.outcome))
      await this.#options.store.dropEntityLink(ref);
    this.#seen.set(ref, { etag, outcome, said });
    return outcome;
  }

  #placesElsewhere(): string[] {
    const { kargoProject, pipeline } = EntityAnnotation;
    const { sources } = this.#options;
    return [
      pipeline,
      kargoProject,
      ...sources.map(({ annotation }) => annotation),
    ];
  }

  /** Is it still as it was, without reading anything? */
  async #stands(outcome: Outcome, elsewhere: boolean): Promise<boolean> {
    if (!outcome) return false;
    if ('defines' in outcome) return !elsewhere;
    const { claims } = outcome.link;
    if (claims === undefined) return true;
    // the owner may have gone
    const row = await this.#options.store.project(claims);
    return row !== undefined && !row.paused;
  }

  async #define(
    entity: Entity,
    ref: string,
    seen: Seen | undefined,
  ): Promise<Taken | undefined> {
    const { engine, readOptions, store } = this.#options;
    const read = await readDefinition(entity, this.#options, readOptions);
    if (!read) return undefined;
    const { named, position, annotation, ...input } = read;
    const said =
      input.provenance === 'cluster' || input.provenance === 'kargo'
        ? canonicalHash(input)
        : undefined;
    // replicas may see a cluster differently: each says only what is news to itself
    const before = seen?.outcome;
    if (said && said === seen?.said && before && 'defines' in before)
      return { ...before, said };
    // what cannot be read has no name: it is about what the entity runs
    const running = named ? undefined : await store.projectOfEntity(ref);
    const project = running?.project ?? input.project;
    const row = await store.project(project);
    const isOther = row !== undefined && row.entityRef !== ref;
    const broken = input.problems.some(each => each.severity === 'error');
    // a project without an owner goes to whoever defines it well
    if (isOther && (!row.paused || broken)) {
      const claim = { ...read, project };
      const link = secondClaim(claim, row.entityRef);
      const problems = broken ? input.problems : link.problems;
      return { link: { ...link, problems } };
    }
    await engine.define({ ...input, project });
    return { defines: project, said };
  }

  async #link(entity: Entity): Promise<Taken> {
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

  /** @param unclearOf - provenances of which it could not be told what there is */
  async #pauseOthers(
    found: ReadonlyMap<string, Outcome>,
    unclearOf: readonly ProjectRow['provenance'][],
  ): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.#options.store.projects({ after, limit: 100 });
      for (const { project, entityRef, paused, provenance } of page.items) {
        const outcome = found.get(entityRef);
        const unclear = found.has(entityRef)
          ? outcome === undefined
          : unclearOf.includes(provenance);
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
