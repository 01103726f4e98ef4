export {
  formatApprovalRule,
  parseApprovalRule,
  parseRollbackApprovals,
} from './annotations/approvals';
export {
  ANNOTATION_PREFIX,
  EntityAnnotation,
  StageAnnotation,
} from './annotations/names';
export { annotationPositions } from './annotations/positions';
export type {
  AnnotationPosition,
  AnnotationPositions,
} from './annotations/positions';
export type { AnnotatedEntity } from './annotations/problems';
export { projectNameOf } from './annotations/resolve';
export { AnnotationSyntaxError } from './annotations/scanner';
export { compileAnnotations } from './compile-annotations';
export type { CompileResult } from './compile-annotations';
export { definitionOf } from './definition-of';
export type { DefinitionResult, DefinitionSource } from './definition-of';
export { parseDuration } from './duration';
export { locateField } from './locate-field';
export { formatPath } from './path';
export { nearest } from './nearest';
export type { ManifestFile, ReadOptions } from './options';
export { readClusterConfig } from './read-cluster-config';
export type { ClusterConfigReadResult } from './read-cluster-config';
export { readFreightManifests } from './read-freight';
export { readManifests } from './read-manifests';
export type { ReadResult } from './read-manifests';
export { readOutline } from './read-outline';
