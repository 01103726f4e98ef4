export { decideDrift, worstDrift } from './decideDrift';
export type {
  ChangedFile,
  DriftFacts,
  DriftRow,
  DriftSide,
  DriftVerdict,
  GitNow,
  GitPlace,
  RunningFacts,
  RunningRevision,
} from './drift';
export { commitOf } from './sideInCluster';
