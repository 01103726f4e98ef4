export { CellReasons } from './CellReasons';
export { GateList } from './GateList';
