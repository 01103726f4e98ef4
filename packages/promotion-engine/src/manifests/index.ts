export { parseDuration } from './duration';
export { nearest } from './nearest';
export type {
  ManifestFile,
  ReadOptions,
  StepConfigIssue,
  StepConfigValidator,
} from './options';
export { readManifests } from './read-manifests';
export type { ReadResult } from './read-manifests';
