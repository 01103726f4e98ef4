import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DefinitionSource } from '@stevedore/plugin-stevedore-node';
import { UnmappedProjects } from './UnmappedProjects';

const target = (name: string) => ({
  target: name,
  reason: 'no rule is about it',
  cure: 'Add one.',
});
const to = (name: string, of: string) => ({
  entityRef: `component:default/${name}`,
  target: of,
});
const entity = (name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});

const listed = (...sources: Partial<DefinitionSource>[]) =>
  new UnmappedProjects({
    catalog: catalogServiceMock({
      entities: [
        entity('web'),
        entity('api', { 'stevedore.dev/kargo': ' eu/api ' }),
      ],
    }),
    auth: mockServices.auth(),
    sources: sources.map((source, index) => ({
      annotation: ['stevedore.dev/kargo', 'stevedore.dev/kargo-project'][index],
      read: async () => ({ status: 'starting' }),
      ...source,
    })),
  }).list();

describe('projects that belong to no component', () => {
  it('are none where no module reads clusters', async () => {
    expect(await listed()).toEqual({ items: [], unseen: [] });
  });

  it('are those that no rule is about, that rules give to nobody, or to somebody who has one', async () => {
    const { items, unseen } = await listed(
      {
        unmapped: async () => ({
          targets: [target('eu/old'), target('eu/api')],
          unseen: ['us'],
        }),
        mapped: async () => [to('web', 'eu/web'), to('gone', 'eu/gone')],
      },
      { mapped: async () => [to('web', 'eu/also-web')] },
    );
    expect(items).toEqual([
      {
        target: 'eu/also-web',
        reason:
          'rules make it the pipeline of component:default/web, which has eu/web already',
        cure: expect.stringContaining('name another component'),
      },
      {
        target: 'eu/gone',
        reason:
          'rules make it the pipeline of component:default/gone, which the catalog does not have',
        cure: expect.stringContaining('Register that component'),
      },
      target('eu/old'),
    ]);
    expect(unseen).toEqual(['us']);
  });

  it('are not concluded from rules while nobody knows what they map', async () => {
    const { items } = await listed({ mapped: async () => undefined });
    expect(items).toEqual([]);
  });
});
