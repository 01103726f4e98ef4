import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Parties } from '@stevedore/promotion-engine';

export interface CatalogPeopleOptions {
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
}

/** Addresses that one question to the catalog asks for. */
const CHUNK = 100;
const MAIL = 'spec.profile.email';
const LOGIN = 'metadata.annotations.github.com/user-login';
/** What GitHub writes for people who hide their address. */
const NO_REPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/;

/** Who the catalog's words and addresses mean. */
export class CatalogPeople {
  readonly #options: CatalogPeopleOptions;

  constructor(options: CatalogPeopleOptions) {
    this.#options = options;
  }

  /** What approval policies may name besides groups and people. */
  async parties(component: Entity | undefined): Promise<Parties> {
    const relations: Record<string, string[]> = {};
    for (const { type, targetRef } of component?.relations ?? [])
      (relations[type] ??= []).push(targetRef);
    const systems = await Promise.all(
      (relations.partOf ?? [])
        .filter(ref => ref.startsWith('system:'))
        .map(ref => this.#options.entity(ref)),
    );
    return {
      owners: relations.ownedBy ?? [],
      systemOwners: [...new Set(systems.flatMap(ownersOf))],
      relations,
    };
  }

  async standsFor(user: string): Promise<string[] | undefined> {
    const entity = await this.#options.entity(user);
    if (entity?.kind.toLowerCase() !== 'user') return undefined;
    const groups = (entity.relations ?? []).filter(
      ({ type }) => type === 'memberOf',
    );
    return [user, ...groups.map(({ targetRef }) => targetRef)];
  }

  async usersByEmail(addresses: string[]): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (let start = 0; start < addresses.length; start += CHUNK) {
      const some = addresses.slice(start, start + CHUNK);
      Object.assign(
        found,
        await this.#byEmail(some),
        await this.#byLogin(some),
      );
    }
    return found;
  }

  async #byEmail(addresses: string[]): Promise<Record<string, string>> {
    const users = await this.#users({ [MAIL]: addresses });
    return Object.fromEntries(
      users.flatMap(user => {
        const { email } = (user.spec?.profile ?? {}) as { email?: string };
        const address = email?.toLowerCase() ?? '';
        return addresses.includes(address)
          ? [[address, stringifyEntityRef(user)]]
          : [];
      }),
    );
  }

  async #byLogin(addresses: string[]): Promise<Record<string, string>> {
    const logins = new Map(
      addresses.flatMap(address => {
        const [, login] = NO_REPLY.exec(address) ?? [];
        return login ? [[login, address] as const] : [];
      }),
    );
    if (logins.size === 0) return {};
    const users = await this.#users({ [LOGIN]: [...logins.keys()] });
    return Object.fromEntries(
      users.flatMap(user => {
        const login = user.metadata.annotations?.['github.com/user-login'];
        const address = logins.get(login?.toLowerCase() ?? '');
        return address ? [[address, stringifyEntityRef(user)]] : [];
      }),
    );
  }

  async #users(filter: Record<string, string[]>): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const fields = ['kind', 'metadata', 'spec.profile'];
    const request = { filter: { kind: 'user', ...filter }, fields };
    return (await catalog.queryEntities(request, { credentials })).items;
  }
}

function ownersOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === 'ownedBy')
    .map(({ targetRef }) => targetRef);
}
