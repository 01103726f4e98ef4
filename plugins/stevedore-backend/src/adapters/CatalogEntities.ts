import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '@stevedore/promotion-engine';

/** Owners and annotations move seldom, and gates ask often. Milliseconds. */
const FRESH_MS = 5_000;

/** Single entities from the catalog, kept for a few seconds. */
export class CatalogEntities {
  readonly #cache = new Map<string, { entity?: Entity; until: number }>();
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Clock;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: Clock;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
  }

  async get(entityRef: string): Promise<Entity | undefined> {
    const now = this.#clock.now();
    const known = this.#cache.get(entityRef);
    if (known && known.until > now) return known.entity;
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (this.#cache.size > 5_000) this.#cache.clear();
    this.#cache.set(entityRef, { entity, until: now + FRESH_MS });
    return entity;
  }
}
