export * from './permissions';
export { stevedoreDefinitionsExtensionPoint } from './stevedoreDefinitionsExtensionPoint';
export type {
  DefinitionSource,
  MappedEntity,
  SourcedDefinition,
  StevedoreDefinitionsExtensionPoint,
  Unmapped,
  UnmappedTarget,
} from './stevedoreDefinitionsExtensionPoint';
export type {
  Runner,
  RunnerSight,
  RunnerVerification,
  RunnerView,
} from './runner';
export { stevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export type { StevedoreEngineExtensionPoint } from './stevedoreEngineExtensionPoint';
export { defineStep, defineVerifier } from '@stevedore/promotion-engine';
