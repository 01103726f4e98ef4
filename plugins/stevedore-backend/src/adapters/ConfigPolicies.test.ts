import { Entity } from '@backstage/catalog-model';
import { ApprovalRule, Stage } from '@stevedore/promotion-engine';
import {
  commitOf,
  definitionAccepted,
  MemoryStore,
} from '@stevedore/promotion-engine/testing';
import { ConfigPolicies } from './ConfigPolicies';
import { PolicyConfig } from './platformConfig';

const policy = (change: Partial<PolicyConfig> = {}): PolicyConfig => ({
  stages: '*',
  approvals: '1 of group:default/release-managers, not requester',
  ...change,
});

const BY_AUTHOR: ApprovalRule = {
  needs: [{ count: 1, from: 'owner' }],
  excludeRequester: false,
  reasonRequired: false,
  source: 'author',
};

const stage = (name: string) =>
  ({ name, approvals: [BY_AUTHOR] } as unknown as Stage);

const SHOP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'website' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-shop' },
    { type: 'partOf', targetRef: 'system:default/sales' },
  ],
};

async function policiesOf(policies: PolicyConfig[], entity?: Entity) {
  const store = new MemoryStore({ now: () => 0 });
  await store.commit(commitOf('shop', [definitionAccepted()]));
  return new ConfigPolicies({
    platform: { policies },
    store,
    entity: async ref =>
      ref === 'component:default/shop' ? entity : undefined,
  });
}

describe('ConfigPolicies', () => {
  it('adds to what the author asks for, and takes nothing away', async () => {
    const policies = await policiesOf([policy()], SHOP);
    expect(await policies.approvals('shop', stage('prod'))).toEqual([
      BY_AUTHOR,
      {
        needs: [{ count: 1, from: 'group:default/release-managers' }],
        excludeRequester: true,
        reasonRequired: false,
        source: 'platform',
      },
    ]);
  });

  it.each<[string, Partial<PolicyConfig>, string, Entity | undefined, number]>([
    ['every stage by default', {}, 'dev', SHOP, 1],
    ['stages by a glob', { stages: 'prod*' }, 'prod-eu', SHOP, 1],
    ['not other stages', { stages: 'prod*' }, 'dev', SHOP, 0],
    [
      'components by a predicate',
      { entities: { 'spec.type': 'website' } },
      'prod',
      SHOP,
      1,
    ],
    [
      'not other components',
      { entities: { 'spec.type': 'service' } },
      'prod',
      SHOP,
      0,
    ],
    [
      'a component that has left the catalog, where the rule is for all',
      {},
      'prod',
      undefined,
      1,
    ],
  ])('concerns %s', async (_, change, name, entity, added) => {
    const policies = await policiesOf([policy(change)], entity);
    const rules = await policies.approvals('shop', stage(name));
    expect(rules.filter(rule => rule.source === 'platform')).toHaveLength(
      added,
    );
  });

  it('knows the owners that the catalog knows', async () => {
    const policies = await policiesOf([], SHOP);
    expect(await policies.owners('shop')).toEqual(['group:default/team-shop']);
    expect(await policies.owners('unknown')).toEqual([]);
  });
});
