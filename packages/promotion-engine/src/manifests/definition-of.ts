import { Problem, Project } from '../model/definition';
import { AnnotationPositions } from './annotations/positions';
import { AnnotatedEntity, AnnotationProblems } from './annotations/problems';
import { checkAnnotationNames, projectNameOf } from './annotations/resolve';
import { compileAnnotations } from './compile-annotations';
import { ManifestFile, ReadOptions } from './options';
import { readManifests } from './read-manifests';
import { readOutline } from './read-outline';

/** Where a definition is written. */
export type DefinitionSource =
  | { kind: 'annotations'; positions?: AnnotationPositions }
  | {
      kind: 'files';
      files: readonly ManifestFile[];
      /** Something else runs it and has judged it: it only has to be readable. */
      runsElsewhere?: boolean;
      positions?: AnnotationPositions;
    };

export interface DefinitionResult {
  /** Present when no problem is an error. */
  project?: Project;
  /** Kargo's manifests as one text: compiled, or the files as they are. */
  manifests?: string;
  problems: Problem[];
}

/** The definition of one entity, from its annotations or from its files. Never throws. */
export function definitionOf(
  entity: AnnotatedEntity,
  source: DefinitionSource,
  options: ReadOptions,
): DefinitionResult {
  const withName = {
    ...options,
    projectName: options.projectName ?? projectNameOf(entity),
  };
  if (source.kind === 'files') {
    const problems = new AnnotationProblems(entity, source.positions);
    checkAnnotationNames(entity, problems);
    const readFiles = source.runsElsewhere ? readOutline : readManifests;
    const read = readFiles(source.files, withName);
    const manifests = source.files
      .map(({ text }) => text.replace(/\n*$/, '\n'))
      .join('---\n');
    return merge({ ...read, manifests }, problems.list);
  }
  const { manifests, problems } = compileAnnotations(
    entity,
    source.positions,
    options,
  );
  if (manifests === undefined) {
    return { problems };
  }
  const file = {
    name: `${entity.ref} (compiled from its annotations)`,
    text: manifests,
  };
  return merge({ ...readManifests([file], withName), manifests }, problems);
}

function merge(
  { project, ...rest }: DefinitionResult,
  before: Problem[],
): DefinitionResult {
  const problems = [...before, ...rest.problems];
  const failed = problems.some(({ severity }) => severity === 'error');
  return { ...rest, problems, ...(project && !failed ? { project } : {}) };
}
