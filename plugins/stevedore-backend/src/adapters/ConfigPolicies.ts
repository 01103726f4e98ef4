import { Entity } from '@backstage/catalog-model';
import {
  ApprovalRule,
  authorApprovals,
  CalendarWindow,
  Definitions,
  Policies,
  Scope,
  Stage,
  StageRules,
  Store,
  withParties,
} from '@stevedore/promotion-engine';
import { CatalogPeople } from './CatalogPeople';
import { PlatformConfig } from './platformConfig';
import { clusterWindowsOf } from './policies/clusterWindows';
import { platformApprovals } from './policies/platformApprovals';
import { rulesOf } from './policies/rulesOf';
import { inScopes } from './policies/inScopes';
import { selectPolicies } from './policies/selectPolicies';

export interface ConfigPoliciesOptions {
  platform: Pick<PlatformConfig, 'clusterConfig' | 'policies'>;
  definitions: Pick<Definitions, 'load'>;
  store: Pick<Store, 'project'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
  people: Pick<CatalogPeople, 'parties' | 'standsFor' | 'usersByEmail'>;
}

/** The author's approval rules and the platform's: what the platform asks for is added, so nobody can weaken it. */
export class ConfigPolicies implements Policies {
  readonly #options: ConfigPoliciesOptions;

  constructor(options: ConfigPoliciesOptions) {
    this.#options = options;
  }

  async approvals(
    project: string,
    stage: Stage,
    rollback?: boolean,
  ): Promise<ApprovalRule[]> {
    const entity = await this.#entityOf(project);
    const { policies } = this.#options.platform;
    const added = selectPolicies(policies, stage, entity)
      .flatMap(policy => platformApprovals(policy, rollback))
      .map(rule => ({ ...rule, source: 'platform' as const }));
    const parties = await this.#options.people.parties(entity);
    return withParties(
      [...authorApprovals(stage, rollback), ...added],
      parties,
    );
  }

  standsFor(user: string): Promise<string[] | undefined> {
    return this.#options.people.standsFor(user);
  }

  usersByEmail(addresses: string[]): Promise<Record<string, string>> {
    return this.#options.people.usersByEmail(addresses);
  }

  async rules(
    project: string,
    stage: Stage,
  ): Promise<StageRules & { windows: CalendarWindow[] }> {
    const { policies } = this.#options.platform;
    const entity = await this.#entityOf(project);
    const { windows, ...rules } = rulesOf(
      selectPolicies(policies, stage, entity),
    );
    return {
      ...rules,
      windows: [...windows, ...(await this.#clusterWindows(project))],
    };
  }

  async concerns(project: string, scopes: Scope[]): Promise<boolean[]> {
    const entity = await this.#entityOf(project);
    return inScopes(this.#options.entity, entity, scopes);
  }

  async owners(project: string): Promise<string[]> {
    const entity = await this.#entityOf(project);
    return (entity?.relations ?? [])
      .filter(relation => relation.type === 'ownedBy')
      .map(relation => relation.targetRef);
  }

  async #clusterWindows(name: string): Promise<CalendarWindow[]> {
    const { definitions, platform } = this.#options;
    if (!platform.clusterConfig?.windows.length) return [];
    const definition = await definitions.load(name);
    // selectors are about the Project, and one that is not defined has no labels
    const project = definition?.project ?? { name, labels: {} };
    return clusterWindowsOf(platform.clusterConfig, project);
  }

  async #entityOf(project: string): Promise<Entity | undefined> {
    const row = await this.#options.store.project(project);
    return row?.entityRef ? this.#options.entity(row.entityRef) : undefined;
  }
}
