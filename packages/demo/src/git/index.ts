export { commitFiles } from './commitFiles';
export type { CommitFilesOptions, FileSet } from './commitFiles';
export { createBareRepository } from './createBareRepository';
export type { BareRepository } from './createBareRepository';
export { gitEnvironment } from './gitEnvironment';
export { runGit } from './runGit';
export type { RunGitOptions } from './runGit';
export { startGitServer } from './startGitServer';
export type { GitServer, GitServerOptions } from './startGitServer';
