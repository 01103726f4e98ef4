import {
  stevedorePermissions,
  stevedorePlatformPermissions,
} from '@stevedore/plugin-stevedore-common';
import { StageResource } from '@stevedore/plugin-stevedore-node';
import { registerPermissions } from './index';

const resource: StageResource = {
  project: 'web',
  stages: ['prod'],
  owners: ['group:default/web'],
  approvers: ['group:default/rm'],
};

it('registers every permission with its rules, and reads resources one by one', async () => {
  const addResourceType = jest.fn();
  const addPermissions = jest.fn();
  registerPermissions({ addPermissions, addResourceType }, async ref =>
    ref === 'web/prod' ? resource : undefined,
  );
  const [{ permissions, rules, resourceRef, getResources }] =
    addResourceType.mock.calls[0];
  expect(permissions).toEqual(stevedorePermissions);
  expect(addPermissions).toHaveBeenCalledWith(stevedorePlatformPermissions);
  expect(rules.map((rule: { name: string }) => rule.name)).toEqual([
    'IS_STAGE_OWNER',
    'IS_APPROVER',
    'HAS_ENVIRONMENT',
  ]);
  expect(resourceRef.resourceType).toBe('stevedore-stage');
  await expect(getResources(['web/prod', 'web/nope'])).resolves.toEqual([
    resource,
    undefined,
  ]);
});
