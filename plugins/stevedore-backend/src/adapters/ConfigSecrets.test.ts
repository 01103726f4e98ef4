import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { SecretRequest } from '@stevedore/promotion-engine';
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
      {
        name: 'slack',
        data: { token: 'of all' },
        version: '7',
        mayBeCommitted: true,
      },
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
    const texts = await secrets.read({ project: 'shop', kind, name });
    expect(texts?.data).toEqual(expected);
  });

  it('says which version it is and whether it may be committed, as configured', async () => {
    const shared = { project: 'shop', kind: 'sharedSecret', name: 'slack' };
    expect(await secrets.read(shared as SecretRequest)).toMatchObject({
      version: '7',
      mayBeCommitted: true,
    });
    const own = { ...shared, kind: 'secret' };
    expect(await secrets.read(own as SecretRequest)).toMatchObject({
      version: undefined,
      mayBeCommitted: false,
    });
  });

  it('gives a project without a component nothing that is meant for one', async () => {
    const request = { project: 'gone', kind: 'secret', name: 'slack' } as const;
    expect(await secrets.read(request)).toBeUndefined();
  });
});
