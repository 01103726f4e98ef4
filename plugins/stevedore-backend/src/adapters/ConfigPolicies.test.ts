import { Entity } from '@backstage/catalog-model';
import { ApprovalRule, Project, Stage } from '@stevedore/promotion-engine';
import {
  commitOf,
  definitionAccepted,
  MemoryStore,
} from '@stevedore/promotion-engine/testing';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPeople } from './CatalogPeople';
import { ConfigPolicies, ConfigPoliciesOptions } from './ConfigPolicies';
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

async function policiesOf(
  policies: PolicyConfig[],
  entity?: Entity,
  more: Partial<ConfigPoliciesOptions> = {},
) {
  const store = new MemoryStore({ now: () => 0 });
  await store.commit(commitOf('shop', [definitionAccepted()]));
  const entityOf = async (ref: string) =>
    ref === 'component:default/shop' ? entity : undefined;
  return new ConfigPolicies({
    platform: { policies },
    definitions: { load: async () => undefined },
    store,
    entity: entityOf,
    people: new CatalogPeople({
      catalog: catalogServiceMock({ entities: [] }),
      auth: mockServices.auth(),
      entity: entityOf,
    }),
    ...more,
  });
}

describe('ConfigPolicies', () => {
  it.each([
    [{}, undefined, ['owner', 'group:default/release-managers']],
    [{ rollbackApprovals: 'none' }, undefined, ['owner']],
    [
      { rollbackApprovals: '1 of group:default/on-call' },
      [],
      ['group:default/on-call'],
    ],
    [
      { approvals: undefined, rollbackApprovals: '1 of group:default/on-call' },
      undefined,
      ['owner', 'group:default/on-call'],
    ],
  ])(
    'wants for a rollback what %j and the author (%j) say of rollbacks',
    async (change, rollbackApprovals, from) => {
      const policies = await policiesOf([policy(change)], SHOP);
      const prod = { ...stage('prod'), rollbackApprovals };
      const rules = await policies.approvals('shop', prod, true);
      expect(rules.flatMap(rule => rule.needs.map(need => need.from))).toEqual(
        from,
      );
    },
  );

  it('adds to what the author asks for, and takes nothing away', async () => {
    const policies = await policiesOf([policy()], SHOP);
    expect(await policies.approvals('shop', stage('prod'))).toEqual([
      {
        ...BY_AUTHOR,
        needs: [
          { count: 1, from: 'owner', stands: ['group:default/team-shop'] },
        ],
      },
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

  it("adds the windows of the platform's ClusterConfig that are for the project", async () => {
    const window = {
      name: 'audit',
      kind: 'Deny' as const,
      dtstart: '20261101T000000Z',
      dtend: '20261201T000000Z',
    };
    const selector = { name: 'prod' };
    const projectSelector = { matchLabels: { pci: 'true' } };
    const clusterConfig = {
      path: 'cluster.yaml',
      windows: [{ window, selector, projectSelector }],
      warnings: [],
    };
    const windowsFor = async (labels: Record<string, string>) => {
      const policies = await policiesOf([], SHOP, {
        platform: { policies: [], clusterConfig },
        definitions: {
          load: async () => ({
            entityRef: 'component:default/shop',
            project: { name: 'shop', labels } as unknown as Project,
          }),
        },
      });
      return (await policies.rules('shop', stage('prod'))).windows;
    };
    expect(await windowsFor({})).toEqual([]);
    expect(await windowsFor({ pci: 'true' })).toEqual([
      { window, selector, source: 'platform', by: 'cluster.yaml' },
    ]);
  });
});
