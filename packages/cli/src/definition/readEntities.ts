import {
  AnnotatedEntity,
  ANNOTATION_PREFIX,
  Problem,
} from '@stevedore/promotion-engine';
import { LineCounter, parseAllDocuments } from 'yaml';

/** The entities of a catalog file that carry annotations of ours. */
export function readEntities(
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
