export { PlanView } from './PlanView';
export { Section } from './Section';
