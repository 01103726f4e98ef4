export { CommitsBetween } from './CommitsBetween';
export type { CommitsRead } from './CommitsBetween';
