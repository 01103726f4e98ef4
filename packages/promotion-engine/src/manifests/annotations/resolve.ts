import { ReadOptions } from '../options';
import { ANNOTATION_PREFIX, EntityAnnotation } from './names';
import { parseAnnotations, ParsedAnnotations, textOf } from './parse';
import { AnnotatedPipeline } from './pipeline';
import { AnnotatedEntity, AnnotationProblems } from './problems';
import { checkImages, resolveUpdates } from './resolve-images';
import { resolveStages } from './resolve-stages';
import { suggestion } from '../nearest';

const NEEDED = [
  EntityAnnotation.stages,
  EntityAnnotation.image,
  EntityAnnotation.gitops,
];
/** Annotations that say where the pipeline is instead of what it is. */
const ELSEWHERE: readonly string[] = [
  EntityAnnotation.pipeline,
  EntityAnnotation.kargoProject,
  EntityAnnotation.kargo,
  EntityAnnotation.project,
];
const HERE = Object.values(EntityAnnotation).filter(
  key => !ELSEWHERE.includes(key),
);

export interface ResolveContext {
  problems: AnnotationProblems;
  checkConstraint?: ReadOptions['checkConstraint'];
}

/** Unknown names and annotations that exclude each other. */
export function checkAnnotationNames(
  entity: AnnotatedEntity,
  problems: AnnotationProblems,
): void {
  const known: readonly string[] = Object.values(EntityAnnotation);
  for (const key of Object.keys(entity.annotations)) {
    if (key.startsWith(ANNOTATION_PREFIX) && !known.includes(key)) {
      problems.add({
        key,
        severity: 'warning',
        message: 'There is no such annotation; it is ignored',
        cure: suggestion(key, known),
      });
    }
  }
  const [elsewhere, second] = ELSEWHERE.filter(
    key => textOf(entity, key) !== undefined,
  );
  const excluded = [
    ...(second ? [second] : []),
    ...HERE.filter(key => textOf(entity, key) !== undefined),
  ];
  if (elsewhere && excluded.length > 0) {
    problems.add({
      key: elsewhere,
      message: `It excludes ${excluded.join(
        ', ',
      )}: a pipeline is written in one place`,
      cure: `Remove ${elsewhere}, or the others.`,
    });
  }
}

/** The pipeline that the annotations write, or undefined when they write none or are wrong. */
export function resolveAnnotations(
  entity: AnnotatedEntity,
  context: ResolveContext,
): AnnotatedPipeline | undefined {
  const { problems } = context;
  checkAnnotationNames(entity, problems);
  const given = HERE.filter(key => textOf(entity, key) !== undefined);
  if (
    given.length === 0 ||
    ELSEWHERE.some(key => textOf(entity, key) !== undefined)
  ) {
    return undefined;
  }
  const parsed = parseAnnotations(entity, problems);
  for (const key of NEEDED.filter(needed => !given.includes(needed))) {
    problems.add({
      key: given[0],
      message: `A pipeline needs ${key} too`,
      cure: `Add ${key}.`,
    });
  }
  const { stages, images, gitops } = parsed;
  for (const [key, list] of [
    [EntityAnnotation.stages, stages],
    [EntityAnnotation.image, images],
  ] as const) {
    if (list?.length === 0) {
      problems.add({
        key,
        message: 'The value is empty',
        cure: 'Write at least one entry.',
      });
    }
  }
  checkImages(images ?? [], problems, context.checkConstraint);
  const updates = resolveUpdates(parsed, problems);
  const resolved = resolveStages(parsed, problems);
  warnAboutSharedFiles(parsed, problems);
  return problems.failed || !images || !gitops
    ? undefined
    : {
        project: projectNameOf(entity),
        interval: parsed.interval,
        everyVersion: parsed.everyVersion,
        images,
        gitops,
        updates,
        ...resolved,
      };
}

/** Kargo's project name: a label of Kubernetes', unique enough for one pipeline. */
export function projectNameOf({ ref, name }: AnnotatedEntity): string {
  const namespace = /:([^/]+)\//.exec(ref)?.[1] ?? 'default';
  const full = namespace === 'default' ? name : `${namespace}-${name}`;
  const label = full
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return label || 'project';
}

function warnAboutSharedFiles(
  { stages, gitops, updates }: ParsedAnnotations,
  problems: AnnotationProblems,
): void {
  const texts = [
    gitops?.branch.value,
    gitops?.path.value,
    ...updates.flatMap(({ file, key }) => [file, key]),
  ];
  if (
    gitops &&
    (stages?.length ?? 0) > 1 &&
    !texts.some(text => text?.includes('{stage}'))
  ) {
    problems.add({
      key: EntityAnnotation.gitops,
      severity: 'warning',
      message: 'All stages write the same files',
      cure: 'Put {stage} into the directory or the branch.',
      offset: gitops.path.offset,
    });
  }
}
