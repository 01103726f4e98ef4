import { Entity } from '@backstage/catalog-model';
import { AccessRequest } from '@stevedore/promotion-engine';
import { ConfigGrants } from './ConfigGrants';
import { FileGrant } from './authorizationFile';
import { GrantConfig } from './platformConfig';

const WEB = 'component:default/web';
const DEPLOY = 'https://github.com/acme/deploy';

function entity(location?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'web',
      namespace: 'default',
      annotations: {
        ...(location && { 'backstage.io/managed-by-location': location }),
        // an author's word
        'backstage.io/source-location': `url:${DEPLOY}`,
      },
    },
    spec: { type: 'website' },
  };
}

const grant = (change: Partial<GrantConfig> = {}): GrantConfig => ({
  repository: `${DEPLOY}.git`,
  branches: ['*'],
  paths: ['**'],
  access: ['read', 'write'],
  ...change,
});

const ask = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  project: 'web',
  entityRef: WEB,
  kind: 'git',
  url: DEPLOY,
  access: 'write',
  branch: 'main',
  ...change,
});

interface World {
  grants?: GrantConfig[];
  authorized?: FileGrant[];
  found?: Entity;
}

function grantsOf(world: World) {
  const { grants = [], authorized = [], found = entity() } = world;
  const asked = jest.fn(async () => authorized);
  const service = new ConfigGrants({
    platform: {
      grants,
      registries: [registry('registry.acme.example')],
      httpAllow: ['hooks.acme.example'],
    },
    entity: async () => found,
    authorizations: { grantsOf: asked },
  });
  return { service, asked };
}

const registry = (host: string) => ({ host, public: true, insecure: false });

describe('ConfigGrants', () => {
  const ONLY_DEV = grant({ branches: ['main'], paths: ['apps/web/dev/**'] });
  const ONLY_QA = grant({ branches: ['main'], paths: ['apps/web/qa/**'] });

  it.each<[string, World, Partial<AccessRequest>]>([
    ['everything granted', { grants: [grant()] }, {}],
    [
      'a host on the list',
      {},
      { kind: 'http', url: 'https://hooks.acme.example/x?y=1' },
    ],
    [
      'objects of a cluster by a glob',
      { grants: [grant({ repository: 'kubernetes://eu/argocd/*/web-*' })] },
      {
        kind: 'kubernetes',
        url: 'kubernetes://eu/argocd/applications.argoproj.io/web-prod',
        branch: undefined,
      },
    ],
    [
      'its own source',
      { found: entity(`url:${DEPLOY}/blob/main/catalog-info.yaml`) },
      { branch: 'any/branch', paths: ['.github/x'] },
    ],
    [
      'a branch with slashes by *',
      { grants: [grant()] },
      { branch: 'env/dev/eu' },
    ],
    [
      'a path below',
      { grants: [ONLY_DEV] },
      { paths: ['apps/web/dev/.hidden/values.yaml'] },
    ],
    [
      'paths of two grants together',
      { grants: [ONLY_DEV, ONLY_QA] },
      { paths: ['apps/web/dev/a', 'apps/web/qa/a'] },
    ],
    [
      'an entity that the predicate fits',
      { grants: [grant({ entities: { 'spec.type': 'website' } })] },
      {},
    ],
    [
      'what the repository says itself',
      {
        authorized: [
          {
            entity: 'Component:default/web',
            access: ['write'],
            branches: ['main'],
            paths: ['apps/**'],
          },
        ],
      },
      { paths: ['apps/x'] },
    ],
    [
      'paths of the platform and of the repository together',
      {
        grants: [ONLY_DEV],
        authorized: [
          {
            entity: WEB,
            access: ['write'],
            branches: ['*'],
            paths: ['apps/web/qa/**'],
          },
        ],
      },
      { paths: ['apps/web/dev/a', 'apps/web/qa/a'] },
    ],
  ])('grants %s', async (_, world, change) => {
    const { service } = grantsOf(world);
    expect(await service.refusal(ask(change))).toBeUndefined();
  });

  const CURE =
    'add a grant with access [write] for it to stevedore.grants in app-config.yaml, or to .stevedore/authorize.yaml of that repository';

  it.each<[string, World, Partial<AccessRequest>, string]>([
    ['nothing granted', {}, {}, '(branch main)'],
    [
      'another repository',
      { grants: [grant({ repository: 'https://github.com/acme/other' })] },
      {},
      '(branch main)',
    ],
    [
      'a longer name of its own source',
      { found: entity('url:https://github.com/acme/deploy-not/blob/main/x') },
      {},
      '(branch main)',
    ],
    [
      'a local source',
      { found: entity('file:/srv/deploy/catalog-info.yaml') },
      { branch: undefined },
      `write ${DEPLOY}:`,
    ],
    ['only reading', { grants: [grant({ access: ['read'] })] }, {}, 'write'],
    [
      'another branch',
      { grants: [ONLY_DEV] },
      { branch: 'prod' },
      '(branch prod)',
    ],
    [
      'one path of several',
      { grants: [ONLY_DEV] },
      { paths: ['apps/web/dev/a', 'apps/web/prod/a'] },
      '(branch main, path apps/web/prod/a)',
    ],
    [
      'paths of a grant for another branch',
      { grants: [ONLY_DEV, grant({ branches: ['other'] })] },
      { paths: ['apps/web/prod/a'] },
      'path apps/web/prod/a',
    ],
    [
      'an entity that the predicate does not fit',
      { grants: [grant({ entities: { 'spec.type': 'service' } })] },
      {},
      '(branch main)',
    ],
    [
      'another component, by the repository',
      {
        authorized: [
          {
            entity: 'component:default/shop',
            access: ['write'],
            branches: ['*'],
            paths: ['**'],
          },
        ],
      },
      {},
      '(branch main)',
    ],
  ])('refuses %s, with the cure', async (_, world, change, what) => {
    const { service } = grantsOf(world);
    const refusal = await service.refusal(ask(change));
    expect(refusal).toContain(`${WEB} may not write ${DEPLOY}`);
    expect(refusal).toContain(what);
    expect(refusal).toContain(CURE);
  });

  it('asks for HTTP only the list of hosts, whatever is granted', async () => {
    const url = 'https://evil.example/x';
    const { service } = grantsOf({ grants: [grant({ repository: url })] });
    expect(await service.refusal(ask({ kind: 'http', url }))).toBe(
      'evil.example is not allowed: add it to stevedore.http.allow in app-config.yaml',
    );
    expect(await service.refusal(ask({ kind: 'http', url: 'x' }))).toBe(
      'x is not an address',
    );
  });

  it('lets nobody write who may write', async () => {
    const own = entity(`url:${DEPLOY}/blob/main/catalog-info.yaml`);
    const { service } = grantsOf({ grants: [grant()], found: own });
    const paths = ['apps/x', '.stevedore/authorize.yaml'];
    expect(await service.refusal(ask({ paths }))).toContain(
      'no promotion changes it; commit it yourself',
    );
    const elsewhere = ask({ paths: ['apps/.stevedore/authorize.yaml'] });
    expect(await service.refusal(elsewhere)).toBeUndefined();
  });

  it('does not look into a repository for what is granted, or for nobody', async () => {
    const granted = grantsOf({ grants: [grant()] });
    await granted.service.refusal(ask());
    expect(granted.asked).not.toHaveBeenCalled();
    const gone = new ConfigGrants({
      platform: { grants: [], registries: [], httpAllow: [] },
      entity: async () => undefined,
      authorizations: { grantsOf: granted.asked },
    });
    expect(await gone.refusal(ask())).toContain('may not write');
    expect(granted.asked).not.toHaveBeenCalled();
  });

  it.each([
    ['nginx', undefined],
    ['ghcr.io/acme/web', undefined],
    ['registry.acme.example/web', undefined],
    [
      'registry.evil.example/web',
      `${WEB} may not read images of registry.evil.example: add the host to stevedore.registries in app-config.yaml`,
    ],
    [
      'localhost:5000/web',
      `${WEB} may not read images of localhost:5000: add the host to stevedore.registries in app-config.yaml`,
    ],
  ])('knows whose images may be read: %s', async (url, refusal) => {
    const { service } = grantsOf({});
    const request = ask({ kind: 'image', url, access: 'read' });
    expect(await service.refusal(request)).toBe(refusal);
  });

  it('lets nobody write images without a grant, wherever they may be read', async () => {
    const request = ask({
      kind: 'image',
      url: 'ghcr.io/acme/web',
      branch: '1.1.0',
    });
    expect(await grantsOf({}).service.refusal(request)).toContain(
      'may not write ghcr.io/acme/web (branch 1.1.0): add a grant',
    );
    const grants = [
      grant({ repository: 'ghcr.io/acme/web', branches: ['1.*'] }),
    ];
    const { service } = grantsOf({ grants });
    expect(await service.refusal(request)).toBeUndefined();
    expect(await service.refusal({ ...request, branch: '2.0.0' })).toContain(
      '(branch 2.0.0)',
    );
    const chart = {
      ...request,
      kind: 'chart' as const,
      url: 'oci://ghcr.io/acme/web',
    };
    expect(await service.refusal(chart)).toContain('may not write oci://');
  });

  it.each([
    ['https://registry.acme.example/charts', undefined],
    [
      'https://charts.evil.example/stable',
      `${WEB} may not read charts of charts.evil.example: add the host to stevedore.registries in app-config.yaml`,
    ],
  ])('knows whose charts may be read: %s', async (url, refusal) => {
    const { service } = grantsOf({});
    const request = ask({ kind: 'chart', url, access: 'read' });
    expect(await service.refusal(request)).toBe(refusal);
  });
});
