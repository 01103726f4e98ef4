export { StageDrawer } from './stage/StageDrawer';
