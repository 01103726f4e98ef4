export { FreightDrawer } from './FreightDrawer';
