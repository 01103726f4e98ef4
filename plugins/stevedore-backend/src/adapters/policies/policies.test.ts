import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { AccessRequest, Project, Stage } from '@stevedore/promotion-engine';
import { inScopes } from './inScopes';
import { LimitedGrants } from './LimitedGrants';
import { readPolicy } from './policyConfig';
import { rulesOf } from './rulesOf';
import { selectPolicies } from './selectPolicies';
import { windowsOfPolicies } from './windowsOfPolicies';

const policyOf = (data: object, index = 0) =>
  readPolicy(new ConfigReader(data as never), index);
const stage = (name: string, labels: Record<string, string> = {}) =>
  ({ name, labels } as unknown as Stage);

const entity = (ref: string, partOf: string[], spec: object = {}): Entity => {
  const [kind, rest] = ref.split(':');
  const [namespace, name] = rest.split('/');
  return {
    kind,
    apiVersion: 'backstage.io/v1alpha1',
    metadata: { name, namespace },
    spec: { ...spec },
    relations: partOf.map(targetRef => ({ type: 'partOf', targetRef })),
  };
};
const WEB = entity('Component:default/web', ['system:default/shop'], {
  lifecycle: 'production',
});
const CATALOG: Record<string, Entity> = {
  'component:default/web': WEB,
  'system:default/shop': entity('System:default/shop', [
    'domain:default/sales',
  ]),
  'domain:default/sales': entity('Domain:default/sales', []),
};
const find = async (ref: string) => CATALOG[ref];

const FREEZE = {
  name: 'year end',
  kind: 'Deny',
  dtstart: '20261220T000000Z',
  dtend: '20270104T000000Z',
};

describe('policies of the platform', () => {
  it('select by name, by labels and by what the catalog says of the component', () => {
    const policies = [
      policyOf({ stages: 'prod*', steps: ['git-*'] }, 0),
      policyOf({ labels: { tier: 'critical' }, steps: ['yaml-*'] }, 1),
      policyOf(
        { entities: { 'spec.lifecycle': 'production' }, steps: ['*'] },
        2,
      ),
    ];
    const wheres = (found: ReturnType<typeof selectPolicies>) =>
      found.map(({ where }) => where);
    expect(
      wheres(selectPolicies(policies, stage('prod-eu'), undefined)),
    ).toEqual(['stevedore.policies[0]']);
    expect(
      wheres(selectPolicies(policies, stage('dev', { tier: 'critical' }), WEB)),
    ).toEqual(['stevedore.policies[1]', 'stevedore.policies[2]']);
  });

  it('add steps and windows, each with the place where it stands', () => {
    const policy = policyOf({ windows: [FREEZE], steps: ['git-*'] }, 3);
    expect(rulesOf([policy])).toEqual({
      steps: [{ allow: ['git-*'], where: 'stevedore.policies[3].steps' }],
      windows: [
        expect.objectContaining({
          window: expect.objectContaining(FREEZE),
          source: 'platform',
          by: 'stevedore.policies[3].windows',
        }),
      ],
    });
    expect(windowsOfPolicies([policy])[0].scope).toBe('everything');
  });

  it.each([
    [{}, 'stevedore.policies[0] says nothing'],
    [{ stages: 'prod' }, 'says nothing'],
    [
      { windows: [{ ...FREEZE, kind: 'Maybe' }] },
      'stevedore.policies[0].windows[0].kind is Maybe',
    ],
    [
      { windows: [{ ...FREEZE, dtend: '20261219T000000Z' }] },
      'stevedore.policies[0].windows[0] cannot be read: Window "year end" ends before it starts',
    ],
    [{ steps: 'git-*' }, 'steps'],
  ])('refuse %j when the portal starts', (data, why) => {
    expect(() => policyOf(data)).toThrow(why);
  });
});

describe('scopes', () => {
  it.each([
    ['everything', {}, true],
    ['the component', { entities: ['component:default/web'] }, true],
    ['its system', { entities: ['System:default/Shop'] }, true],
    ['its domain', { entities: ['domain:default/sales'] }, true],
    ['another system', { entities: ['system:default/other'] }, false],
    ['what a filter selects', { filter: { kind: 'Component' } }, true],
    ['what it does not', { filter: { 'spec.lifecycle': 'test' } }, false],
    [
      'a system and a filter that does not fit',
      {
        entities: ['system:default/shop'],
        filter: { 'spec.lifecycle': 'test' },
      },
      false,
    ],
  ])('mean %s', async (_, scope, means) => {
    expect(await inScopes(find, WEB, [scope])).toEqual([means]);
  });

  it('mean a component that the catalog does not show now', async () => {
    const scopes = [{ entities: ['system:default/other'] }];
    expect(await inScopes(find, undefined, scopes)).toEqual([true]);
  });
});

describe('what a stage may touch', () => {
  const policies = [
    policyOf({ stages: 'prod', hosts: ['ci.acme.example'] }, 0),
    policyOf(
      { stages: 'prod', repositories: ['https://git.example/acme/*'] },
      1,
    ),
  ];
  const grants = new LimitedGrants({
    inner: {
      refusal: async ({ url }) =>
        url.includes('secret') ? 'not granted' : undefined,
    },
    platform: { policies },
    definitions: {
      load: async () => ({
        entityRef: 'component:default/web',
        project: { stages: [stage('prod')] } as unknown as Project,
      }),
    },
    entity: find,
  });
  const ask = (request: Partial<AccessRequest>) =>
    grants.refusal({
      project: 'web',
      entityRef: 'component:default/web',
      kind: 'git',
      url: 'https://git.example/acme/deploy',
      access: 'write',
      stage: 'prod',
      ...request,
    });

  it.each<[string, Partial<AccessRequest>, string | undefined]>([
    ['a repository of the list', {}, undefined],
    [
      'one that is not in it',
      { url: 'https://git.example/other/deploy' },
      'component:default/web may not write https://git.example/other/deploy in prod: the platform allows other repositories there; add the repository to stevedore.policies[1].repositories in app-config.yaml',
    ],
    [
      'an image that is not in it',
      { kind: 'image', url: 'ghcr.io/acme/web' },
      'add the repository to stevedore.policies[1].repositories',
    ],
    [
      'a host of the list',
      { kind: 'http', url: 'https://ci.acme.example/x' },
      undefined,
    ],
    [
      'a host that is not in it',
      { kind: 'http', url: 'https://evil.example/' },
      'add the host to stevedore.policies[0].hosts',
    ],
    [
      'what is not granted at all',
      { url: 'https://git.example/acme/secret' },
      'not granted',
    ],
    [
      'another stage',
      { stage: 'dev', url: 'https://git.example/other/deploy' },
      undefined,
    ],
    [
      'a warehouse',
      { stage: undefined, url: 'https://git.example/other/deploy' },
      undefined,
    ],
  ])('%s', async (_, request, refusal) => {
    const answer = await ask(request);
    if (refusal === undefined) expect(answer).toBeUndefined();
    else expect(answer).toContain(refusal);
  });
});
