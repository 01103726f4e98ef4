export { CellReasons } from './CellReasons';
export { FreightField } from './FreightField';
export { FreightForm } from './FreightForm';
export { FreightReading } from './FreightReading';
export { GateList } from './GateList';
