import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DefinitionSource } from '@stevedore/plugin-stevedore-node';
import { ProjectRow } from '@stevedore/promotion-engine';
import { Mapped, resolveMapped } from './resolveMapped';

export interface MappedEntitiesOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  sources: readonly DefinitionSource[];
  logger: Pick<LoggerService, 'warn'>;
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
    const { entities, refused } = resolveMapped(mapped, items);
    const said = new Set(
      refused.map(
        ({ target, reason }) =>
          `Kargo project ${target} belongs to no entity: ${reason}.`,
      ),
    );
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
