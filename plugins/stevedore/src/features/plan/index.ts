export { PlanDrawer } from './PlanDrawer';
export { RollbackDrawer } from './RollbackDrawer';
