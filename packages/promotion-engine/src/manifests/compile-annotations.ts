import { Problem } from '../model/definition';
import { AnnotationPositions } from './annotations/positions';
import { AnnotatedEntity, AnnotationProblems } from './annotations/problems';
import { resolveAnnotations } from './annotations/resolve';
import { writeManifests } from './annotations/write-manifests';
import { ReadOptions } from './options';

export interface CompileResult {
  /** One text of several documents; absent when the annotations write no pipeline, or a wrong one. */
  manifests?: string;
  problems: Problem[];
}

/** Annotations to Kargo's manifests. Never throws; without errors, `readManifests` accepts the text. */
export function compileAnnotations(
  entity: AnnotatedEntity,
  positions?: AnnotationPositions,
  options: Pick<ReadOptions, 'checkConstraint'> = {},
): CompileResult {
  const problems = new AnnotationProblems(entity, positions);
  const pipeline = resolveAnnotations(entity, {
    problems,
    checkConstraint: options.checkConstraint,
  });
  return {
    problems: problems.list,
    ...(pipeline ? { manifests: writeManifests(pipeline) } : {}),
  };
}
