export { registerPermissions } from './registerPermissions';
export * from './rules';
export { stageResourceRefType } from './stageResource';
export type { StageFilter, StageResource } from './stageResource';
