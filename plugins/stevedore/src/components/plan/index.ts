export { GateList } from './GateList';
export { PlanView } from './PlanView';
export { Section } from './Section';
