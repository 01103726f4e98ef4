import { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  ApprovalRule,
  parseApprovalRule,
  Policies,
  Stage,
  Store,
} from '@stevedore/promotion-engine';
import picomatch from 'picomatch';
import { PlatformConfig } from './platformConfig';

export interface ConfigPoliciesOptions {
  platform: Pick<PlatformConfig, 'policies'>;
  store: Pick<Store, 'project'>;
  entity: (entityRef: string) => Promise<Entity | undefined>;
}

/** The author's approval rules and the platform's: what the platform asks for is added, so nobody can weaken it. */
export class ConfigPolicies implements Policies {
  readonly #options: ConfigPoliciesOptions;

  constructor(options: ConfigPoliciesOptions) {
    this.#options = options;
  }

  async approvals(project: string, stage: Stage): Promise<ApprovalRule[]> {
    const entity = await this.#entityOf(project);
    const added = this.#options.platform.policies
      .filter(policy => picomatch.isMatch(stage.name, policy.stages))
      .filter(
        policy =>
          !policy.entities ||
          (entity !== undefined &&
            evaluateFilterPredicate(policy.entities, entity)),
      )
      .map(policy => ({
        ...parseApprovalRule(policy.approvals),
        source: 'platform' as const,
      }));
    return [...stage.approvals, ...added];
  }

  async owners(project: string): Promise<string[]> {
    const entity = await this.#entityOf(project);
    return (entity?.relations ?? [])
      .filter(relation => relation.type === 'ownedBy')
      .map(relation => relation.targetRef);
  }

  async #entityOf(project: string): Promise<Entity | undefined> {
    const row = await this.#options.store.project(project);
    return row?.entityRef ? this.#options.entity(row.entityRef) : undefined;
  }
}
