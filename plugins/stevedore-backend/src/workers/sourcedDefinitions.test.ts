import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SourcedDefinition } from '@stevedore/plugin-stevedore-node';
import {
  builtInKinds,
  createRegistry,
  DefinitionInput,
  ProjectRow,
  readOptionsOf,
} from '@stevedore/promotion-engine';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { CatalogWatcher } from './CatalogWatcher';

const ANNOTATION = 'stevedore.dev/kargo-project';
const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'web',
    namespace: 'default',
    etag: '1',
    annotations: { [ANNOTATION]: 'prod/web' },
  },
};

describe('a definition of a source', () => {
  let says: SourcedDefinition;
  let defined: DefinitionInput[];
  let paused: string[];
  let runs: Partial<ProjectRow>[];

  const watcher = (withSource = true) => {
    const store = new MemoryStore({ now: () => 0 });
    store.projects = async () => ({ items: runs as ProjectRow[] });
    return new CatalogWatcher({
      catalog: catalogServiceMock({ entities: [entity] }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      engine: {
        define: async input => {
          defined.push(input);
        },
        pause: async project => {
          paused.push(project);
        },
      },
      store,
      reader: {
        pipeline: async () => [],
        entityFile: async () => undefined,
      },
      readOptions: readOptionsOf(createRegistry(builtInKinds())),
      sources: withSource
        ? [{ annotation: ANNOTATION, read: async () => says }]
        : [],
    });
  };

  beforeEach(() => {
    defined = [];
    paused = [];
    runs = [{ project: 'web', entityRef: 'component:default/web' }];
  });

  it('is left as it is while its source cannot tell', async () => {
    says = { status: 'starting' };
    await watcher().look();
    expect({ defined, paused }).toEqual({ defined: [], paused: [] });
  });

  it('is said once, and again when the source says something else', async () => {
    says = { status: 'unreadable', message: 'Away.', cure: 'Wait.' };
    const one = watcher();
    await one.look();
    await one.look();
    await one.lookAt(ANNOTATION, 'prod/web');
    expect(defined).toHaveLength(1);
    says = { status: 'unreadable', message: 'Gone.', cure: 'Wait.' };
    await one.lookAt(ANNOTATION, 'prod/other');
    expect(defined).toHaveLength(1);
    await one.lookAt(ANNOTATION, 'prod/web');
    expect(defined.map(({ problems }) => problems[0].message)).toEqual([
      'Away.',
      'Gone.',
    ]);
  });

  it('is a problem without the module that reads it', async () => {
    await watcher(false).look();
    expect(defined[0].problems).toEqual([
      expect.objectContaining({
        object: 'component:default/web',
        field: `metadata.annotations["${ANNOTATION}"]`,
        message: `${ANNOTATION}: This portal reads no clusters.`,
      }),
    ]);
  });
});
