export * from './permissions';
export { stevedoreDefinitionsExtensionPoint } from './stevedoreDefinitionsExtensionPoint';
export type {
  DefinitionSource,
  SourcedDefinition,
  StevedoreDefinitionsExtensionPoint,
} from './stevedoreDefinitionsExtensionPoint';
export { stevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export type { StevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export { defineStep, defineVerifier } from '@stevedore/promotion-engine';
