export { generateAlias } from './alias';
