import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_STEVEDORE_STAGE } from '@stevedore/plugin-stevedore-common';

/** What rules look at: one stage of a project, or all of its stages at once. */
export interface StageResource {
  project: string;
  stages: string[];
  /** Entity refs that own the component. */
  owners: string[];
  /** Entity refs that the approval rules of the stages name. */
  approvers: string[];
}

/** Pipelines are not listed by query, so rules have no filter of their own. */
export type StageFilter = Record<string, never>;

export const stageResourceRefType = createPermissionResourceRef<
  StageResource,
  StageFilter
>().with({
  pluginId: 'stevedore',
  resourceType: RESOURCE_TYPE_STEVEDORE_STAGE,
});
