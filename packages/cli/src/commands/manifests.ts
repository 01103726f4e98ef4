import { readFile } from 'node:fs/promises';
import {
  AnnotatedEntity,
  ANNOTATION_PREFIX,
  annotationPositions,
  builtInKinds,
  compileAnnotations,
  createRegistry,
  EntityAnnotation,
  Problem,
  readOptionsOf,
} from '@stevedore/promotion-engine';
import { LineCounter, parseAllDocuments } from 'yaml';
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

function readEntities(
  text: string,
  file: string,
): { entities: AnnotatedEntity[]; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const entities: AnnotatedEntity[] = [];
  const problems: Problem[] = [];
  for (const document of parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
  })) {
    for (const error of document.errors) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      problems.push({
        severity: 'error',
        verdict: 'admission',
        message: `This is not YAML: ${error.message}`,
        cure: 'Correct the syntax.',
        position: { file, line, column: col },
      });
    }
    const entity =
      document.errors.length === 0 ? entityOf(document.toJS()) : undefined;
    if (entity) entities.push(entity);
  }
  return { entities, problems };
}

/** @returns undefined for a document without annotations of ours. */
function entityOf(value: any): AnnotatedEntity | undefined {
  const { name, namespace = 'default', annotations } = value?.metadata ?? {};
  if (!name || !annotations) return undefined;
  const entries = Object.entries(annotations).map(([key, text]) => [
    key,
    String(text),
  ]);
  if (!entries.some(([key]) => key.startsWith(ANNOTATION_PREFIX)))
    return undefined;
  const ref = `${value.kind ?? ''}:${namespace}/${name}`.toLowerCase();
  return { ref, name, annotations: Object.fromEntries(entries) };
}

/** `file:line:column: error: what is wrong`, and the cure below it. */
function formatProblem(
  { severity, message, cure, position }: Problem,
  file: string,
): string {
  const place = position
    ? `${position.file}:${position.line}:${position.column}`
    : file;
  return `${place}: ${severity}: ${message}\n  ${cure}\n`;
}
