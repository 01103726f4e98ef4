export { CellReasons } from './CellReasons';
export { FreightField } from './FreightField';
export { GateList } from './GateList';
