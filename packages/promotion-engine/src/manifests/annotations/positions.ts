import {
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  Scalar,
  YAMLMap,
} from 'yaml';
import { segmentsOf, ValueSegments } from '../text-positions';

/** Where the annotations of one entity stand in its file. */
export interface AnnotationPositions {
  file: string;
  annotations: Readonly<Record<string, AnnotationPosition>>;
}

export interface AnnotationPosition {
  key: { line: number; column: number };
  value: ValueSegments;
}

/** The annotations of every entity in a catalog file, by full entity ref in lower case. Never throws. */
export function annotationPositions(
  text: string,
  file: string,
): Record<string, AnnotationPositions> {
  const lines = new LineCounter();
  const found: Record<string, AnnotationPositions> = {};
  for (const document of documentsOf(text, lines)) {
    const metadata = isMap(document) ? document.get('metadata') : undefined;
    const annotations = isMap(metadata)
      ? metadata.get('annotations')
      : undefined;
    if (isMap(document) && isMap(metadata) && isMap(annotations)) {
      found[entityRef(document, metadata)] = {
        file,
        annotations: positionsIn(annotations, { text, lines }),
      };
    }
  }
  return found;
}

function documentsOf(text: string, lineCounter: LineCounter): unknown[] {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return [...documents].map(document => document.contents);
  } catch {
    return [];
  }
}

function entityRef(document: YAMLMap, metadata: YAMLMap): string {
  const kind = String(document.get('kind') ?? '');
  const namespace = String(metadata.get('namespace') ?? 'default');
  return `${kind}:${namespace}/${String(
    metadata.get('name') ?? '',
  )}`.toLowerCase();
}

function positionsIn(
  annotations: YAMLMap,
  source: { text: string; lines: LineCounter },
) {
  const positions: Record<string, AnnotationPosition> = {};
  for (const { key, value } of annotations.items) {
    if (isScalar(key) && isScalar(value)) {
      positions[String(key.value)] = {
        key: startOf(key, source.lines),
        value: segmentsOf(value, source),
      };
    }
  }
  return positions;
}

function startOf(key: Scalar, lines: LineCounter) {
  const { line, col } = lines.linePos(key.range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
