import { Document, LineCounter, parseAllDocuments, Tags } from 'yaml';
import { Problem } from '../model/definition';
import { ManifestDocument, YamlSource } from './document';
import { ManifestFile } from './options';

/** Kubernetes reads YAML 1.1 without these: `yes` is a boolean, but a date or `1:30` is text. */
const ABSENT_TAGS = [
  'timestamp',
  'intTime',
  'floatTime',
  'binary',
  'omap',
  'pairs',
  'set',
];

function withoutAbsentTags(tags: Tags): Tags {
  return tags.filter(tag => {
    if (typeof tag === 'string') {
      return !ABSENT_TAGS.includes(tag);
    }
    const format = 'format' in tag ? tag.format : undefined;
    return (
      format !== 'TIME' && !/timestamp|binary|omap|pairs|set$/.test(tag.tag)
    );
  });
}

export interface ParsedFiles {
  documents: ManifestDocument[];
  problems: Problem[];
}

/** Splits files into documents; documents that are no YAML or no object become problems. */
export function parseDocuments(files: readonly ManifestFile[]): ParsedFiles {
  const documents: ManifestDocument[] = [];
  const problems: Problem[] = [];
  for (const { name, text } of files) {
    const source: YamlSource = { file: name, text, lines: new LineCounter() };
    for (const yaml of split(source, problems)) {
      const value = readValue(yaml, source, problems);
      if (value) {
        documents.push(new ManifestDocument(yaml, source, value));
      }
    }
  }
  return { documents, problems };
}

function split(source: YamlSource, problems: Problem[]): Document.Parsed[] {
  try {
    const parsed = parseAllDocuments(source.text, {
      version: '1.1',
      customTags: withoutAbsentTags,
      lineCounter: source.lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return [...parsed] as Document.Parsed[];
  } catch (error) {
    problems.push(yamlProblem(source, 0, messageOf(error)));
    return [];
  }
}

function readValue(
  yaml: Document.Parsed,
  source: YamlSource,
  problems: Problem[],
) {
  if (yaml.errors.length > 0) {
    problems.push(
      ...yaml.errors.map(error =>
        yamlProblem(source, error.pos[0], error.message),
      ),
    );
    return undefined;
  }
  const start = yaml.contents?.range?.[0] ?? 0;
  try {
    const value: unknown = dropNulls(yaml.toJS({ maxAliasCount: 100 }));
    if (value === null || value === undefined) {
      return undefined;
    }
    if (typeof value === 'object' && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    problems.push(
      yamlProblem(
        source,
        start,
        'A document is not an object with apiVersion and kind.',
      ),
    );
  } catch (error) {
    problems.push(yamlProblem(source, start, messageOf(error)));
  }
  return undefined;
}

/** Kubernetes treats a null field as absent; the configuration of a step keeps what it says. */
function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(dropNulls);
  }
  if (!value || typeof value !== 'object') {
    return value;
  }
  const entries = Object.entries(value)
    .filter(([, field]) => field !== null)
    .map(([key, field]) => [key, key === 'config' ? field : dropNulls(field)]);
  return Object.fromEntries(entries);
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) {
    return 'The document is nested too deeply';
  }
  return error instanceof Error ? error.message : String(error);
}

function yamlProblem(
  source: YamlSource,
  offset: number,
  message: string,
): Problem {
  const { line, col } = source.lines.linePos(offset);
  return {
    severity: 'error',
    verdict: 'admission',
    message: `This is not readable as YAML: ${message.replace(/\.?\s*$/, '')}.`,
    cure: 'Correct the YAML at this place; indentation with spaces and quotes are the usual causes.',
    position: {
      file: source.file,
      line: Math.max(1, line),
      column: Math.max(1, col),
    },
  };
}
