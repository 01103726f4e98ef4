export type { RegistryAuth } from './auth/types';
export type { ImageOptions } from './buildImage';
export { digestOf } from './digest';
export { mediaTypes } from './mediaTypes';
export { pushImage } from './pushImage';
export { startRegistry } from './startRegistry';
export type {
  PublishedImage,
  Registry,
  RegistryOptions,
} from './startRegistry';
