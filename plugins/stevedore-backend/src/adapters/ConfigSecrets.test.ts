import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  commitOf,
  definitionAccepted,
  MemoryStore,
} from '@stevedore/promotion-engine/testing';
import { ConfigSecrets } from './ConfigSecrets';
import { readPlatformConfig } from './platformConfig';

const SHOP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'website' },
};

const config = {
  stevedore: {
    secrets: [
      {
        name: 'slack',
        entities: { 'spec.type': 'service' },
        data: { token: 'of services' },
      },
      {
        name: 'slack',
        entities: { 'spec.type': 'website' },
        data: { token: 'of websites' },
      },
      { name: 'slack', data: { token: 'of all' } },
      {
        name: 'payments',
        entities: { 'metadata.name': 'payments' },
        data: { key: 'k' },
      },
    ],
    configMaps: [
      { name: 'regions', entities: { kind: 'component' }, data: { eu: 'x' } },
    ],
  },
};

describe('ConfigSecrets', () => {
  let secrets: ConfigSecrets;
  beforeAll(async () => {
    const store = new MemoryStore({ now: () => 0 });
    await store.commit(commitOf('shop', [definitionAccepted()]));
    secrets = new ConfigSecrets({
      platform: readPlatformConfig(new ConfigReader(config)),
      store,
      entity: async ref =>
        ref === 'component:default/shop' ? SHOP : undefined,
    });
  });

  it.each([
    ['secret', 'slack', { token: 'of websites' }],
    ['sharedSecret', 'slack', { token: 'of all' }],
    ['configMap', 'regions', { eu: 'x' }],
    ['sharedConfigMap', 'regions', undefined],
    ['configMap', 'slack', undefined],
    ['secret', 'payments', undefined],
    ['sharedSecret', 'payments', undefined],
    ['secret', 'absent', undefined],
  ] as const)('reads %s %s', async (kind, name, expected) => {
    expect(await secrets.read({ project: 'shop', kind, name })).toEqual(
      expected,
    );
  });

  it('gives a project without a component nothing that is meant for one', async () => {
    const request = { project: 'gone', kind: 'secret', name: 'slack' } as const;
    expect(await secrets.read(request)).toBeUndefined();
  });
});
