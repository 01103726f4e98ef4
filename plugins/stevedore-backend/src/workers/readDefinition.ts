import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
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

/** A definition as the engine takes it; `named`: its Project document could be read. */
export type ReadDefinition = DefinitionInput & {
  named: boolean;
  /** Where its annotation stands. */
  position?: SourcePosition;
};

/** An entity and what it points at, as the engine takes it; what cannot be read is a problem, never a throw. */
export async function readDefinition(
  entity: Entity,
  reader: DefinitionSourceReader,
  options: ReadOptions,
): Promise<ReadDefinition> {
  const annotated = annotatedEntity(entity);
  const target = annotated.annotations[EntityAnnotation.pipeline];
  const positions = await positionsOf(entity, reader);
  const fallback = projectNameOf(annotated);
  const base = {
    entityRef: annotated.ref,
    project: fallback,
    provenance: target ? ('files' as const) : ('annotations' as const),
    position: positionOf(
      positions,
      target ? EntityAnnotation.pipeline : EntityAnnotation.stages,
    ),
    files: [],
    named: false,
  };
  const source = target
    ? await readFiles(entity, { reader, target })
    : { kind: 'annotations' as const };
  if ('problem' in source) {
    const problem = { ...source.problem, position: base.position };
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
    problems: result.problems,
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

async function readFiles(
  entity: Entity,
  from: { reader: DefinitionSourceReader; target: string },
): Promise<
  Extract<DefinitionSource, { kind: 'files' }> | { problem: Problem }
> {
  const { reader, target } = from;
  try {
    return { kind: 'files', files: await reader.pipeline(entity, target) };
  } catch (error) {
    const name = EntityAnnotation.pipeline;
    return {
      problem: {
        severity: 'error',
        verdict: 'runnable',
        message: `The pipeline ${target} cannot be read: ${
          (error as Error).message
        }.`,
        cure: `Let ${name} name a file or a folder beside the entity's own file.`,
        object: refOf(entity),
        field: `metadata.annotations["${name}"]`,
      },
    };
  }
}
