export { authorApprovals } from './authorApprovals';
export {
  autoRollbackOf,
  badSinceOf,
  failureToUndo,
  OLD_FAILURE_MS,
} from './failureToUndo';
export type { Failure } from './failureToUndo';
export { rollbackSentence } from './rollbackSentence';
export { wayBack } from './wayBack';
export { whyNotBack, whyNotBackTo } from './whyNotBackTo';
export type { BackFacts } from './whyNotBackTo';
