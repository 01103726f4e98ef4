import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DefinitionSource, Unmapped } from '@stevedore/plugin-stevedore-node';
import { Mapped, resolveMapped } from './resolveMapped';

export interface UnmappedProjectsOptions {
  catalog: Pick<CatalogService, 'getEntities' | 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  sources: readonly DefinitionSource[];
}

/** What is in places of definitions and belongs to no entity, as it is now. */
export class UnmappedProjects {
  readonly #options: UnmappedProjectsOptions;

  constructor(options: UnmappedProjectsOptions) {
    this.#options = options;
  }

  /** By name of the target. */
  async list(): Promise<{ items: Unmapped['targets']; unseen: string[] }> {
    const { sources } = this.#options;
    const found = await Promise.all(sources.map(each => each.unmapped?.()));
    const told = found.flatMap(each => each?.targets ?? []);
    const refused = await this.#refused();
    // what an entity names itself is told on its page, whatever came of it
    const named = await this.#named();
    const items = [...told, ...refused].filter(
      ({ target }) => !named.has(target),
    );
    return {
      items: items.sort((a, b) => a.target.localeCompare(b.target, 'en')),
      unseen: [...new Set(found.flatMap(each => each?.unseen ?? []))],
    };
  }

  async #refused(): Promise<Unmapped['targets']> {
    const { auth, catalog, sources } = this.#options;
    const mapped: Mapped[] = [];
    for (const { annotation, mapped: read } of sources) {
      const all = (await read?.()) ?? [];
      mapped.push(...all.map(each => ({ ...each, annotation })));
    }
    if (mapped.length === 0) return [];
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: mapped.map(({ entityRef }) => entityRef) },
      { credentials },
    );
    return resolveMapped(mapped, items).refused;
  }

  async #named(): Promise<Set<string>> {
    const { auth, catalog, sources } = this.#options;
    if (sources.length === 0) return new Set();
    const keys = sources.map(({ annotation }) => annotation);
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntities(
      {
        filter: keys.map(key => ({
          [`metadata.annotations.${key}`]: CATALOG_FILTER_EXISTS,
        })),
        fields: ['metadata.annotations'],
      },
      { credentials },
    );
    return new Set(
      items.flatMap(({ metadata }) =>
        keys.flatMap(key => metadata?.annotations?.[key]?.trim() ?? []),
      ),
    );
  }
}
