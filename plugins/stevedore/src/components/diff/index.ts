export { DiffSwitch } from './DiffSwitch';
export { FileDiffView } from './FileDiffView';
