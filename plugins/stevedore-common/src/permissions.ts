import { createPermission } from '@backstage/plugin-permission-common';

/** One stage of one project, or all stages of a project at once. */
export const RESOURCE_TYPE_STEVEDORE_STAGE = 'stevedore-stage';

const resourceType = RESOURCE_TYPE_STEVEDORE_STAGE;

/** See a pipeline, its freight, promotions, logs and history. */
export const stevedorePipelineReadPermission = createPermission({
  name: 'stevedore.pipeline.read',
  attributes: { action: 'read' },
  resourceType,
});

/** See plans with their diffs, outputs of steps, and the raw ledger; others see file names and counts. */
export const stevedorePlanReadPermission = createPermission({
  name: 'stevedore.plan.read',
  attributes: { action: 'read' },
  resourceType,
});

/** Ask for freight in a stage. */
export const stevedorePromotionCreatePermission = createPermission({
  name: 'stevedore.promotion.create',
  attributes: { action: 'create' },
  resourceType,
});

/** Approve, reject, and take one's own decision back; the pipeline's policy must name the person too. */
export const stevedorePromotionApprovePermission = createPermission({
  name: 'stevedore.promotion.approve',
  attributes: { action: 'update' },
  resourceType,
});

/** Pass approval rules in an emergency; the pipeline's policy must name the person too. */
export const stevedorePromotionBreakGlassPermission = createPermission({
  name: 'stevedore.promotion.break-glass',
  attributes: { action: 'update' },
  resourceType,
});

/** Close the review of what was passed in an emergency; the pipeline's policy must name the person too. */
export const stevedorePromotionReviewPermission = createPermission({
  name: 'stevedore.promotion.review',
  attributes: { action: 'update' },
  resourceType,
});

/** Answer what a running step asks people; the step must name the person too, where it names somebody. */
export const stevedorePromotionRespondPermission = createPermission({
  name: 'stevedore.promotion.respond',
  attributes: { action: 'update' },
  resourceType,
});

/** End a promotion that is not done. */
export const stevedorePromotionAbortPermission = createPermission({
  name: 'stevedore.promotion.abort',
  attributes: { action: 'update' },
  resourceType,
});

/** Attempt a step again. */
export const stevedorePromotionRetryPermission = createPermission({
  name: 'stevedore.promotion.retry',
  attributes: { action: 'update' },
  resourceType,
});

/** Put freight together by hand. */
export const stevedoreFreightCreatePermission = createPermission({
  name: 'stevedore.freight.create',
  attributes: { action: 'create' },
  resourceType,
});

/** Give freight another alias. */
export const stevedoreFreightUpdatePermission = createPermission({
  name: 'stevedore.freight.update',
  attributes: { action: 'update' },
  resourceType,
});

/** Let freight past verification and soak into a stage; it approves nothing. */
export const stevedoreFreightWaivePermission = createPermission({
  name: 'stevedore.freight.waive',
  attributes: { action: 'update' },
  resourceType,
});

/** Mark freight as bad, so that no stage takes it. */
export const stevedoreFreightQuarantinePermission = createPermission({
  name: 'stevedore.freight.quarantine',
  attributes: { action: 'update' },
  resourceType,
});

/** Say that freight is good after all: who marks something as bad is not always who clears it. */
export const stevedoreFreightLiftPermission = createPermission({
  name: 'stevedore.freight.lift',
  attributes: { action: 'update' },
  resourceType,
});

/** Look for new versions now. */
export const stevedoreWarehouseRefreshPermission = createPermission({
  name: 'stevedore.warehouse.refresh',
  attributes: { action: 'update' },
  resourceType,
});

/** Stop auto-promotion into a stage, or let it go on. */
export const stevedoreStageHoldPermission = createPermission({
  name: 'stevedore.stage.hold',
  attributes: { action: 'update' },
  resourceType,
});

/** Verify again what a stage holds, or stop its verification. */
export const stevedoreStageVerifyPermission = createPermission({
  name: 'stevedore.stage.verify',
  attributes: { action: 'update' },
  resourceType,
});

/** Take a stage back to freight that was there before; the policies for approval still count. */
export const stevedoreStageRollbackPermission = createPermission({
  name: 'stevedore.stage.rollback',
  attributes: { action: 'update' },
  resourceType,
});

/** Promote, pause, abort and retry progressive deliveries of a stage in its cluster. */
export const stevedoreStageRolloutPermission = createPermission({
  name: 'stevedore.stage.rollout',
  attributes: { action: 'update' },
  resourceType,
});

/** Lock stages of a component, and release such locks. */
export const stevedoreStageLockPermission = createPermission({
  name: 'stevedore.stage.lock',
  attributes: { action: 'update' },
  resourceType,
});

/** Set windows for stages of a component, and end them. */
export const stevedoreStageFreezePermission = createPermission({
  name: 'stevedore.stage.freeze',
  attributes: { action: 'update' },
  resourceType,
});

/** Report what tests found out about freight. */
export const stevedoreFreightTestPermission = createPermission({
  name: 'stevedore.freight.test',
  attributes: { action: 'update' },
  resourceType,
});

/** See locks and windows that are set beyond one component, and projects of clusters that belong to none. */
export const stevedorePlatformReadPermission = createPermission({
  name: 'stevedore.platform.read',
  attributes: { action: 'read' },
});

/** Lock systems, domains or everything, and release such locks. */
export const stevedorePlatformLockPermission = createPermission({
  name: 'stevedore.platform.lock',
  attributes: { action: 'update' },
});

/** Set windows for more than one component, freezes of everything among them, and end them. */
export const stevedorePlatformFreezePermission = createPermission({
  name: 'stevedore.platform.freeze',
  attributes: { action: 'update' },
});

/** Permissions that are about no stage. */
export const stevedorePlatformPermissions = [
  stevedorePlatformReadPermission,
  stevedorePlatformLockPermission,
  stevedorePlatformFreezePermission,
];

/** Every permission that is about stages. */
export const stevedorePermissions = [
  stevedorePipelineReadPermission,
  stevedorePlanReadPermission,
  stevedorePromotionCreatePermission,
  stevedorePromotionApprovePermission,
  stevedorePromotionBreakGlassPermission,
  stevedorePromotionReviewPermission,
  stevedorePromotionRespondPermission,
  stevedorePromotionAbortPermission,
  stevedorePromotionRetryPermission,
  stevedoreFreightCreatePermission,
  stevedoreFreightUpdatePermission,
  stevedoreFreightWaivePermission,
  stevedoreFreightQuarantinePermission,
  stevedoreFreightLiftPermission,
  stevedoreWarehouseRefreshPermission,
  stevedoreStageHoldPermission,
  stevedoreStageVerifyPermission,
  stevedoreStageLockPermission,
  stevedoreStageFreezePermission,
  stevedoreFreightTestPermission,
  stevedoreStageRollbackPermission,
  stevedoreStageRolloutPermission,
];

/** How one stage of a project is named to the permission framework; without a stage: all of them. */
export function stageResourceRef(project: string, stage?: string): string {
  return `${project}/${stage ?? '*'}`;
}

export function parseStageResourceRef(ref: string): {
  project: string;
  stage?: string;
} {
  const slash = ref.indexOf('/');
  const stage = ref.slice(slash + 1);
  return {
    project: ref.slice(0, slash),
    stage: stage === '*' ? undefined : stage,
  };
}
