import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DefinitionSource } from '@stevedore/plugin-stevedore-node';
import { ProjectRow } from '@stevedore/promotion-engine';

export interface MappedEntitiesOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  sources: readonly DefinitionSource[];
  logger: Pick<LoggerService, 'warn'>;
}

interface Mapped {
  annotation: string;
  target: string;
  entityRef: string;
}

/** Entities that get a pipeline by rules of the platform, as if they had the annotation. */
export class MappedEntities {
  readonly #options: MappedEntitiesOptions;
  #said = new Set<string>();

  constructor(options: MappedEntitiesOptions) {
    this.#options = options;
  }

  /** @param only - those of one target; absent: all */
  async entities(
    only?: Pick<Mapped, 'annotation' | 'target'>,
  ): Promise<{ entities: Entity[]; unclear: ProjectRow['provenance'][] }> {
    const unclear: ProjectRow['provenance'][] = [];
    const mapped: Mapped[] = [];
    for (const { annotation, mapped: read, runner } of this.#options.sources) {
      if (!read || (only && only.annotation !== annotation)) continue;
      const all = await read();
      if (all) mapped.push(...all.map(each => ({ ...each, annotation })));
      else unclear.push(runner ? 'kargo' : 'cluster');
    }
    const wanted = mapped.filter(
      ({ target }) => !only || only.target === target,
    );
    const entities = await this.#read(wanted, only === undefined);
    return { entities, unclear };
  }

  async #read(mapped: Mapped[], isAll: boolean): Promise<Entity[]> {
    if (mapped.length === 0) return [];
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: mapped.map(({ entityRef }) => entityRef) },
      { credentials },
    );
    const said = new Set<string>();
    const taken = new Map<string, string>();
    const entities = mapped.flatMap((each, index) => {
      const { annotation, entityRef, target } = each;
      const entity = items[index];
      const first = taken.get(entityRef);
      taken.set(entityRef, first ?? target);
      if (entity && first === undefined)
        return [withAnnotation(entity, { annotation, target })];
      said.add(
        entity
          ? `Kargo project ${target} belongs to no entity: rules make it the pipeline of ${entityRef}, which has ${first} already.`
          : `Kargo project ${target} belongs to no entity: rules make it the pipeline of ${entityRef}, which the catalog does not have.`,
      );
      return [];
    });
    this.#tell(said, isAll);
    return entities;
  }

  /** Each is told once, and again when it was mended in between. */
  #tell(said: Set<string>, isAll: boolean): void {
    for (const sentence of said)
      if (!this.#said.has(sentence)) this.#options.logger.warn(sentence);
    this.#said = isAll ? said : new Set([...this.#said, ...said]);
  }
}

/** What the entity says of a pipeline itself goes before any rule. */
function withAnnotation(
  entity: Entity,
  { annotation, target }: Pick<Mapped, 'annotation' | 'target'>,
): Entity {
  const annotations = { ...entity.metadata.annotations, [annotation]: target };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
