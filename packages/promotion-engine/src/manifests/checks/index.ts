export type { Definition, Report, Sourced } from './definition';
export { orderStages } from './pipeline';
export { definitionChecks } from './definition-checks';
