export { CommitReader } from './CommitReader';
export { comingCommits } from './comingCommits';
export type {
  ComingCommits,
  CommitsQuestion,
  SourceCommits,
} from './comingCommits';
