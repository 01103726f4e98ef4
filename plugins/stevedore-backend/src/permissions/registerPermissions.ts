import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  stevedorePermissions,
  stevedorePlatformPermissions,
} from '@stevedore/plugin-stevedore-common';
import {
  StageResource,
  stageResourceRefType,
  stageRules,
} from '@stevedore/plugin-stevedore-node';

/** Tells the platform which permissions there are, with their rules, and how to look at one stage. */
export function registerPermissions(
  registry: Pick<
    PermissionsRegistryService,
    'addPermissions' | 'addResourceType'
  >,
  read: (ref: string) => Promise<StageResource | undefined>,
): void {
  registry.addPermissions(stevedorePlatformPermissions);
  registry.addResourceType({
    resourceRef: stageResourceRefType,
    permissions: stevedorePermissions,
    rules: stageRules,
    getResources: refs => Promise.all(refs.map(read)),
  });
}
