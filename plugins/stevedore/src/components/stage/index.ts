export { FoldButton } from './FoldButton';
export { StateCounts } from './StateCounts';
