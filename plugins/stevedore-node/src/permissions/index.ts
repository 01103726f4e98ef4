export {
  createStevedoreConditionalDecision,
  stageRules,
  stevedoreConditions,
} from './rules';
export { stageResourceRefType } from './stageResource';
export type { StageFilter, StageResource } from './stageResource';
