export * from './permissions';
export { stevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export type { StevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export { defineStep, defineVerifier } from '@stevedore/promotion-engine';
