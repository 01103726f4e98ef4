import { mapProject, ProjectRule } from './mapProject';

const rule = (more: Partial<ProjectRule> = {}): ProjectRule => ({
  cluster: 'eu',
  mode: 'beside',
  match: '*',
  entity: 'component:default/{project}',
  ...more,
});
const project = (name: string, labels = {}) => ({
  cluster: 'eu',
  name,
  labels,
});

describe('which entity a project belongs to', () => {
  it.each([
    ['shop', [rule()], 'component:default/shop'],
    [
      'shop',
      [rule({ entity: 'Component:{project}-api' })],
      'component:default/shop-api',
    ],
    ['shop', [rule({ entity: 'system:acme/{project}' })], 'system:acme/shop'],
    [
      'shop-eu',
      [rule({ match: 'shop-*', entity: 'a' }), rule({ entity: 'b' })],
      'component:default/a',
    ],
    [
      'web',
      [rule({ match: 'shop-*', entity: 'a' }), rule({ entity: 'b' })],
      'component:default/b',
    ],
    [
      'web',
      [rule({ cluster: 'us', entity: 'a' }), rule({ entity: 'b' })],
      'component:default/b',
    ],
  ])('%s', (name, rules, entityRef) => {
    expect(mapProject(rules, project(name))).toEqual({
      mode: 'beside',
      entityRef,
    });
  });

  it('goes by a label of the namespace, where the rule names one', () => {
    const rules = [
      rule({
        label: 'acme.dev/component',
        entity: 'component:default/{label}',
        mode: 'definitions',
      }),
      rule({ entity: 'component:default/of-nobody' }),
    ];
    expect(
      mapProject(rules, project('p1', { 'acme.dev/component': 'web' })),
    ).toEqual({ mode: 'definitions', entityRef: 'component:default/web' });
    expect(mapProject(rules, project('p1'))).toEqual({
      mode: 'beside',
      entityRef: 'component:default/of-nobody',
    });
  });

  it.each([
    [[], 'no rule of stevedore.kubernetes.kargo.projects is about it'],
    [
      [rule({ match: 'shop-*' })],
      'no rule of stevedore.kubernetes.kargo.projects is about it',
    ],
    [
      [rule({ entity: 'component:default/' })],
      'its rule makes "component:default/" of it, which is no reference to an entity',
    ],
  ])('says why there is none, and what to do (%#)', (rules, reason) => {
    expect(mapProject(rules, project('web'))).toEqual({
      reason,
      cure: expect.stringMatching(/^(Add a rule|Correct entity).*\.$/),
    });
  });
});
