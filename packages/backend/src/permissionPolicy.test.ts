import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { stevedorePermissions } from '@stevedore/plugin-stevedore-common';
import { DemoPermissionPolicy } from './permissionPolicy';

async function allowed(group: string): Promise<string[]> {
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/x',
      ownershipEntityRefs: ['user:default/x', `group:default/${group}`],
    }),
  });
  const policy = new DemoPermissionPolicy({ userInfo });
  const user = { credentials: mockCredentials.user('user:default/x') } as never;
  const names = await Promise.all(
    stevedorePermissions.map(async permission => {
      const { result } = await policy.handle({ permission }, user);
      return result === 'ALLOW' ? [permission.name] : [];
    }),
  );
  return names.flat();
}

const all = stevedorePermissions.map(permission => permission.name);

it.each([
  ['viewers', ['stevedore.pipeline.read']],
  [
    'team-web',
    all.filter(
      name =>
        name !== 'stevedore.promotion.approve' &&
        name !== 'stevedore.freight.waive' &&
        name !== 'stevedore.freight.lift',
    ),
  ],
  ['release-managers', all],
  ['platform-admins', all],
])('%s', async (group, expected) => {
  await expect(allowed(group)).resolves.toEqual(expected);
});

it('denies everything to nobody', async () => {
  const policy = new DemoPermissionPolicy({
    userInfo: mockServices.userInfo.mock(),
  });
  await expect(
    policy.handle({ permission: stevedorePermissions[0] }),
  ).resolves.toEqual({ result: 'DENY' });
});
