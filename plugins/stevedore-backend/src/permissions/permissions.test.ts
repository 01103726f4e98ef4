import { stevedorePermissions } from '@stevedore/plugin-stevedore-common';
import {
  hasEnvironment,
  isApprover,
  isStageOwner,
  registerPermissions,
  StageResource,
} from './index';

const resource: StageResource = {
  project: 'web',
  stages: ['prod'],
  owners: ['group:default/web'],
  approvers: ['group:default/rm'],
};

it('has rules that look at owner, approver and environment', () => {
  expect(isStageOwner.apply(resource, { claims: ['group:default/web'] })).toBe(
    true,
  );
  expect(isStageOwner.apply(resource, { claims: ['group:default/rm'] })).toBe(
    false,
  );
  expect(isApprover.apply(resource, { claims: ['group:default/rm'] })).toBe(
    true,
  );
  expect(isApprover.apply(resource, { claims: [] })).toBe(false);
  expect(hasEnvironment.apply(resource, { names: ['dev', 'prod'] })).toBe(true);
  expect(
    hasEnvironment.apply(
      { ...resource, stages: ['dev', 'prod'] },
      { names: ['dev'] },
    ),
  ).toBe(false);
  expect(
    hasEnvironment.apply({ ...resource, stages: [] }, { names: ['dev'] }),
  ).toBe(false);
});

it('registers every permission with its rules, and reads resources one by one', async () => {
  const addResourceType = jest.fn();
  registerPermissions({ addResourceType }, async ref =>
    ref === 'web/prod' ? resource : undefined,
  );
  const [{ permissions, rules, resourceRef, getResources }] =
    addResourceType.mock.calls[0];
  expect(permissions).toEqual(stevedorePermissions);
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
