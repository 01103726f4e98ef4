export * from './permissions';
export { stevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export type { StevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export { defineStep } from '@stevedore/promotion-engine';
