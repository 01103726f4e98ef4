export { createOciArtifacts } from './createOciArtifacts';
export { createOciRegistry } from './createOciRegistry';
export type { OciRegistryOptions, RegistryCredentials } from './options';
