import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefinitionSource,
  MappedEntity,
} from '@stevedore/plugin-stevedore-node';
import { MappedEntities } from './MappedEntities';

const ANNOTATION = 'stevedore.dev/kargo-project';
const entity = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});
const to = (name: string, target: string): MappedEntity => ({
  entityRef: `component:default/${name}`,
  target,
});

describe('entities that rules give a pipeline', () => {
  let mapped: MappedEntity[] | undefined;
  let warned: string[];
  let entities: MappedEntities;

  beforeEach(() => {
    warned = [];
    const source: DefinitionSource = {
      annotation: ANNOTATION,
      read: async () => ({ status: 'starting' }),
      mapped: async () => mapped,
    };
    entities = new MappedEntities({
      catalog: catalogServiceMock({ entities: [entity('web'), entity('api')] }),
      auth: mockServices.auth(),
      sources: [source],
      logger: { warn: sentence => warned.push(sentence) as unknown as void },
    });
  });

  it('are as if they had the annotation', async () => {
    mapped = [to('web', 'eu/web'), to('api', 'eu/api')];
    const all = await entities.entities();
    expect(all.unclear).toEqual([]);
    expect(
      all.entities.map(({ metadata }) => [metadata.name, metadata.annotations]),
    ).toEqual([
      ['web', { [ANNOTATION]: 'eu/web' }],
      ['api', { [ANNOTATION]: 'eu/api' }],
    ]);
    const one = await entities.entities({
      annotation: ANNOTATION,
      target: 'eu/api',
    });
    expect(one.entities.map(({ metadata }) => metadata.name)).toEqual(['api']);
  });

  it('are told of once where the catalog has none, or has given it away', async () => {
    mapped = [to('web', 'eu/web'), to('web', 'us/web'), to('gone', 'eu/gone')];
    const { entities: found } = await entities.entities();
    await entities.entities();
    expect(found).toHaveLength(1);
    expect(warned).toEqual([
      'Kargo project us/web belongs to no entity: rules make it the pipeline of component:default/web, which has eu/web already.',
      'Kargo project eu/gone belongs to no entity: rules make it the pipeline of component:default/gone, which the catalog does not have.',
    ]);
  });

  it('are not concluded from a cluster that was never seen', async () => {
    mapped = undefined;
    expect(await entities.entities()).toEqual({
      entities: [],
      unclear: ['cluster'],
    });
  });
});
