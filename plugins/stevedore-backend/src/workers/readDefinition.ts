import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  annotationPositions,
  compileAnnotations,
  DefinitionInput,
  Problem,
  readManifests,
  ReadOptions,
} from '@stevedore/promotion-engine';
import { DefinitionReader } from '../adapters/DefinitionReader';

export const PIPELINE = 'stevedore.dev/pipeline';
export const STAGES = 'stevedore.dev/stages';

/** An entity and what it points at, as the engine takes it; what cannot be read is a problem, never a throw. */
export async function readDefinition(
  entity: Entity,
  reader: DefinitionReader,
  options: ReadOptions,
): Promise<DefinitionInput> {
  const entityRef = stringifyEntityRef(entity);
  const annotations = entity.metadata.annotations ?? {};
  const fallback = entity.metadata.name;
  const target = annotations[PIPELINE];
  if (target) return readFiles(entity, { reader, options, target });
  const file = await reader.entityFile(entity);
  const positions =
    file && annotationPositions(file.text, file.name)[entityRef];
  const compiled = compileAnnotations(
    { ref: entityRef, name: fallback, annotations },
    positions || undefined,
    options,
  );
  const base = {
    entityRef,
    project: fallback,
    provenance: 'annotations' as const,
  };
  if (compiled.manifests === undefined)
    return { ...base, files: [], problems: compiled.problems };
  const files = [
    { name: `${fallback} (from annotations)`, text: compiled.manifests },
  ];
  const result = readManifests(files, { ...options, projectName: fallback });
  return {
    ...base,
    project: result.project?.name ?? fallback,
    files,
    problems: [...compiled.problems, ...result.problems],
  };
}

async function readFiles(
  entity: Entity,
  from: { reader: DefinitionReader; options: ReadOptions; target: string },
): Promise<DefinitionInput> {
  const projectName = entity.metadata.name;
  const base = {
    entityRef: stringifyEntityRef(entity),
    project: projectName,
    provenance: 'files' as const,
  };
  try {
    const files = await from.reader.pipeline(entity, from.target);
    const result = readManifests(files, { ...from.options, projectName });
    return {
      ...base,
      project: result.project?.name ?? projectName,
      files,
      problems: result.problems,
    };
  } catch (error) {
    return {
      ...base,
      files: [],
      problems: [unreadable(from.target, (error as Error).message)],
    };
  }
}

function unreadable(target: string, message: string): Problem {
  return {
    severity: 'error',
    verdict: 'runnable',
    message: `The pipeline ${target} cannot be read: ${message}.`,
    cure: `Check ${PIPELINE} on the entity: it names a file or folder beside the entity's own file.`,
  };
}
