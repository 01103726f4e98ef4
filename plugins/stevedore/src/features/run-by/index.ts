export { RunBy } from './RunBy';
