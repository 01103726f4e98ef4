import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPeople } from './CatalogPeople';

const entity = (
  kind: string,
  name: string,
  rest: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  ...rest,
  metadata: { namespace: 'default', name, ...rest.metadata },
});
const relation = (type: string, targetRef: string) => ({ type, targetRef });

const ENTITIES = [
  entity('User', 'ada', {
    spec: { profile: { email: 'Ada@acme.example' } },
    relations: [
      relation('memberOf', 'group:default/web'),
      relation('ownerOf', 'component:default/x'),
    ],
  }),
  entity('User', 'bob', {
    metadata: {
      name: 'bob',
      annotations: { 'github.com/user-login': 'BobbyTables' },
    },
  }),
  entity('Group', 'web', {
    spec: { profile: { email: 'web@acme.example' } },
  }),
  entity('System', 'sales', {
    relations: [relation('ownedBy', 'group:default/sales')],
  }),
];

function people() {
  const catalog = catalogServiceMock({ entities: ENTITIES });
  const credentials = { principal: {} } as never;
  return new CatalogPeople({
    catalog,
    auth: mockServices.auth(),
    entity: ref => catalog.getEntityByRef(ref, { credentials }),
  });
}

it('finds users by the address they give, and by the one that GitHub writes for them', async () => {
  expect(
    await people().usersByEmail([
      'ada@acme.example',
      'web@acme.example',
      '123+bobbytables@users.noreply.github.com',
      'nobody@acme.example',
    ]),
  ).toEqual({
    'ada@acme.example': 'user:default/ada',
    '123+bobbytables@users.noreply.github.com': 'user:default/bob',
  });
});

it('says what a user stands for, and nothing of what is no user', async () => {
  expect(await people().standsFor('user:default/ada')).toEqual([
    'user:default/ada',
    'group:default/web',
  ]);
  expect(await people().standsFor('group:default/web')).toBeUndefined();
  expect(await people().standsFor('user:default/gone')).toBeUndefined();
});

it('knows owners, owners of systems, and every relation', async () => {
  const component = entity('Component', 'shop', {
    relations: [
      relation('ownedBy', 'group:default/web'),
      relation('partOf', 'system:default/sales'),
      relation('partOf', 'component:default/mall'),
      relation('securityTeam', 'group:default/sec'),
    ],
  });
  expect(await people().parties(component)).toMatchObject({
    owners: ['group:default/web'],
    systemOwners: ['group:default/sales'],
    relations: { securityTeam: ['group:default/sec'] },
  });
  expect(await people().parties(undefined)).toEqual({
    owners: [],
    systemOwners: [],
    relations: {},
  });
});
