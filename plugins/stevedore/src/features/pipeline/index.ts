export { PipelineSection } from './PipelineSection';
export { StageDrawer } from './stage/StageDrawer';
