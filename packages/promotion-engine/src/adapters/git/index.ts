export { createGitRepositories } from './createGitRepositories';
export type { GitAdapterOptions, GitCredentials } from './options';
export { gitProcesses } from './processes';
export { reportSigning } from './signing/signingKey';
