export { createOciRegistry } from './createOciRegistry';
export type { OciRegistryOptions, RegistryCredentials } from './options';
