export * from './annotations';
export * from './client/StevedoreApi';
export { StevedoreClient } from './client/StevedoreClient';
export type { CallOptions, DiscoveryLike, FetchLike } from './client/transport';
export * from './permissions';
export * from './requests';
export * from './signals';
export * from './types';
