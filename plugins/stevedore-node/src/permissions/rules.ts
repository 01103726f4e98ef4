import type {
  ConditionalPolicyDecision,
  PermissionCondition,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { stageResourceRefType } from './stageResource';

const claims = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs that the person stands for'),
});

export const isStageOwner = createPermissionRule({
  name: 'IS_STAGE_OWNER',
  description: 'Allow owners of the component that the stage belongs to',
  resourceRef: stageResourceRefType,
  paramsSchema: claims,
  apply: (resource, { claims: refs }) =>
    resource.owners.some(owner => refs.includes(owner)),
  toQuery: () => ({}),
});

export const isApprover = createPermissionRule({
  name: 'IS_APPROVER',
  description: 'Allow people whom the approval rules of the stage name',
  resourceRef: stageResourceRefType,
  paramsSchema: claims,
  apply: (resource, { claims: refs }) =>
    resource.approvers.some(approver => refs.includes(approver)),
  toQuery: () => ({}),
});

export const hasEnvironment = createPermissionRule({
  name: 'HAS_ENVIRONMENT',
  description:
    'Allow stages with one of these names; for a whole pipeline, every stage must have one',
  resourceRef: stageResourceRefType,
  paramsSchema: z.object({
    names: z.array(z.string()).describe('Names of stages'),
  }),
  apply: ({ stages }, { names }) =>
    stages.length > 0 && stages.every(stage => names.includes(stage)),
  toQuery: () => ({}),
});

export const stageRules = [isStageOwner, isApprover, hasEnvironment];

const exported = createConditionExports({
  resourceRef: stageResourceRefType,
  rules: { isStageOwner, isApprover, hasEnvironment },
});

/** Conditions for policies: `stevedoreConditions.isApprover({ claims })`. */
export const stevedoreConditions = exported.conditions;
export const createStevedoreConditionalDecision: (
  permission: ResourcePermission<'stevedore-stage'>,
  conditions: PermissionCriteria<PermissionCondition<'stevedore-stage'>>,
) => ConditionalPolicyDecision = exported.createConditionalDecision;
