import {
  createStevedoreConditionalDecision,
  StageResource,
  stevedoreConditions,
} from './index';
import { hasEnvironment, isApprover, isStageOwner } from './rules';
import { stevedorePromotionApprovePermission } from '@stevedore/plugin-stevedore-common';

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

it('gives a policy its conditions', () => {
  const claims = ['group:default/rm'];
  expect(
    createStevedoreConditionalDecision(stevedorePromotionApprovePermission, {
      allOf: [
        stevedoreConditions.isApprover({ claims }),
        { not: stevedoreConditions.hasEnvironment({ names: ['prod'] }) },
      ],
    }),
  ).toEqual({
    result: 'CONDITIONAL',
    pluginId: 'stevedore',
    resourceType: 'stevedore-stage',
    conditions: {
      allOf: [
        {
          rule: 'IS_APPROVER',
          resourceType: 'stevedore-stage',
          params: { claims },
        },
        {
          not: {
            rule: 'HAS_ENVIRONMENT',
            resourceType: 'stevedore-stage',
            params: { names: ['prod'] },
          },
        },
      ],
    },
  });
});
