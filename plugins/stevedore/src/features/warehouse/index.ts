export { WarehouseDrawer } from './WarehouseDrawer';
