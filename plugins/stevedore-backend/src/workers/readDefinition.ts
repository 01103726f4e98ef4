import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DefinitionSource as PlaceOfDefinitions } from '@stevedore/plugin-stevedore-node';
import {
  AnnotationPositions,
  annotationPositions,
  DefinitionInput,
  definitionOf,
  DefinitionSource,
  EntityAnnotation,
  Problem,
  projectNameOf,
  ReadOptions,
  SourcePosition,
} from '@stevedore/promotion-engine';

/** Where definitions are read from. @throws Error with half a sentence that says why not. */
export interface DefinitionSourceReader {
  pipeline(
    entity: Entity,
    target: string,
  ): Promise<{ name: string; text: string }[]>;
  entityFile(
    entity: Entity,
  ): Promise<{ name: string; text: string } | undefined>;
}

/** Every place that definitions are read from. */
export interface DefinitionPlaces {
  reader: DefinitionSourceReader;
  /** Those that modules add. */
  sources: readonly PlaceOfDefinitions[];
}

/** A definition as the engine takes it; `named`: its Project document could be read. */
export type ReadDefinition = DefinitionInput & {
  named: boolean;
  /** The annotation that says where the definition is. */
  annotation: string;
  /** Where its annotation stands. */
  position?: SourcePosition;
};

/**
 * An entity and what it points at, as the engine takes it; what cannot be read is a problem, never a throw.
 *
 * @returns undefined when its source cannot tell yet.
 */
export async function readDefinition(
  entity: Entity,
  { reader, sources }: DefinitionPlaces,
  options: ReadOptions,
): Promise<ReadDefinition | undefined> {
  const annotated = annotatedEntity(entity);
  const place = placeOf(annotated.annotations, sources);
  const { annotation, target } = place;
  const source = await readPlace(entity, place, reader);
  if (source === 'starting') return undefined;
  const positions = await positionsOf(entity, reader);
  const fallback = projectNameOf(annotated);
  const base = {
    annotation,
    entityRef: annotated.ref,
    project: fallback,
    provenance: place.provenance,
    ...(place.source?.runner && { target: target.trim() }),
    position: positionOf(positions, annotation),
    files: [],
    named: false,
  };
  if ('problem' in source) {
    const problem: Problem = {
      severity: 'error',
      verdict: 'runnable',
      ...source.problem,
      position: base.position,
      object: annotated.ref,
      field: `metadata.annotations["${annotation}"]`,
    };
    return { ...base, problems: [problem] };
  }
  const result = definitionOf(annotated, { ...source, positions }, options);
  const compiled = {
    name: `${annotated.ref} (from annotations)`,
    text: result.manifests ?? '',
  };
  return {
    ...base,
    project: result.project?.name ?? fallback,
    named: result.project !== undefined,
    files: source.kind === 'files' ? [...source.files] : [compiled],
    problems: place.source
      ? result.problems.map(each => withoutFile(each, source, target))
      : result.problems,
  };
}

/** Where the annotations of an entity stand, when its file can be read. */
export async function positionsOf(
  entity: Entity,
  reader: DefinitionSourceReader,
): Promise<AnnotationPositions | undefined> {
  const file = await reader.entityFile(entity);
  return file && annotationPositions(file.text, file.name)[refOf(entity)];
}

/** Of an annotation's name. */
export function positionOf(
  positions: AnnotationPositions | undefined,
  annotation: string,
): SourcePosition | undefined {
  const place = positions?.annotations[annotation];
  return place && { file: positions.file, ...place.key };
}

const refOf = (entity: Entity) => stringifyEntityRef(entity);

function annotatedEntity(entity: Entity) {
  const { name, annotations = {} } = entity.metadata;
  return { ref: refOf(entity), name, annotations };
}

interface Place {
  provenance: DefinitionInput['provenance'];
  annotation: string;
  target: string;
  source?: PlaceOfDefinitions;
}

/** Two places at once are found out later: only one of them is read until then. */
function placeOf(
  annotations: Record<string, string>,
  sources: readonly PlaceOfDefinitions[],
): Place {
  const { kargo, kargoProject, pipeline, stages } = EntityAnnotation;
  if (annotations[pipeline])
    return {
      provenance: 'files',
      annotation: pipeline,
      target: annotations[pipeline],
    };
  const source = sources.find(each => annotations[each.annotation]);
  const annotation =
    source?.annotation ?? (annotations[kargo] ? kargo : kargoProject);
  const target = annotations[annotation];
  const { runner } = source ?? {};
  // a source whose annotation nobody brings is a cluster's, too
  return target
    ? {
        provenance: runner ? 'kargo' : 'cluster',
        annotation,
        target,
        source,
      }
    : { provenance: 'annotations', annotation: stages, target: '' };
}

type Unread = { problem: Pick<Problem, 'message' | 'cure'> };

async function readPlace(
  entity: Entity,
  { provenance, annotation, target, source }: Place,
  reader: DefinitionSourceReader,
): Promise<DefinitionSource | Unread | 'starting'> {
  if (provenance === 'annotations') return { kind: 'annotations' };
  if (provenance === 'files') return readFiles(entity, { reader, target });
  if (!source)
    return {
      problem: {
        message: `${annotation}: This portal reads no clusters.`,
        cure: 'Let its administrator install the module for Kubernetes, or define the pipeline in files.',
      },
    };
  const said = await source.read(target, refOf(entity));
  if (said.status === 'starting') return 'starting';
  return said.status === 'read'
    ? {
        kind: 'files',
        files: said.manifests,
        runsElsewhere: source.runner !== undefined,
      }
    : { problem: { message: said.message, cure: said.cure } };
}

async function readFiles(
  entity: Entity,
  from: { reader: DefinitionSourceReader; target: string },
): Promise<DefinitionSource | Unread> {
  const { reader, target } = from;
  try {
    return { kind: 'files', files: await reader.pipeline(entity, target) };
  } catch (error) {
    const name = EntityAnnotation.pipeline;
    return {
      problem: {
        message: `The pipeline ${target} cannot be read: ${
          (error as Error).message
        }.`,
        cure: `Let ${name} name a file or a folder beside the entity's own file.`,
      },
    };
  }
}

/** Objects of a cluster have no file and no line; kind, name and field say where. */
function withoutFile(
  problem: Problem,
  source: DefinitionSource,
  target: string,
): Problem {
  const { position, ...rest } = problem;
  const isObject =
    source.kind === 'files' &&
    source.files.some(({ name }) => name === position?.file);
  return isObject ? { object: target, ...rest } : problem;
}
