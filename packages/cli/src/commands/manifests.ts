import { readFile } from 'node:fs/promises';
import {
  AnnotatedEntity,
  annotationPositions,
  builtInKinds,
  compileAnnotations,
  createRegistry,
  EntityAnnotation,
  readOptionsOf,
} from '@stevedore/promotion-engine';
import { readEntities } from '../definition/readEntities';
import { formatProblem } from '../formatProblem';
import { Io } from '../io';

/** Prints the manifests that the annotations in a catalog file make, as the backend would run them. */
export async function manifests(file: string, io: Io): Promise<number> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new Error(`${file} cannot be read (${error.code ?? error.message})`);
  });
  const { entities, problems } = readEntities(text, file);
  const positions = annotationPositions(text, file);
  const options = readOptionsOf(createRegistry(builtInKinds()));
  const compiled: string[] = [];
  for (const entity of entities) {
    const result = compileAnnotations(entity, positions[entity.ref], options);
    problems.push(...result.problems);
    if (result.manifests) compiled.push(result.manifests);
  }
  for (const problem of problems) io.err(formatProblem(problem, file));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  if (compiled.length === 0) {
    io.err(`${file}: error: ${whyNone(entities)}\n`);
    return 1;
  }
  io.out(compiled.join('---\n'));
  return 0;
}

function whyNone(entities: AnnotatedEntity[]): string {
  const { stages, image, gitops, pipeline } = EntityAnnotation;
  const written = entities.find(({ annotations }) => annotations[pipeline]);
  return written
    ? `${written.ref} has its manifests in files already.\n  Look into ${written.annotations[pipeline]}.`
    : `No entity writes a pipeline in its annotations.\n  Add ${stages}, ${image} and ${gitops}.`;
}
