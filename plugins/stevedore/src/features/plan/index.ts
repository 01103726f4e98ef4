export { PlanDrawer } from './PlanDrawer';
