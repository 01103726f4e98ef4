import { isMap, isScalar, Scalar, YAMLMap } from 'yaml';
import { scalarText } from '../_shared/yamlScalar';
import { applyEdits, Edit, lineEnd, lineStart } from '../_shared/yamlText';
import { Entry, Field, FIELDS } from './entries';

/** One entry as it stands in the file, from its own comments to the end of its last line. */
export interface Chunk {
  from: number;
  to: number;
  /** Of its dash. */
  dash: number;
  node: YAMLMap;
}

const present = (entry: Partial<Entry>): Field[] =>
  FIELDS.filter(field => entry[field] !== undefined);

const pairText = (entry: Partial<Entry>, field: Field): string =>
  `${field}: ${scalarText(entry[field], undefined)}`;

/** A new entry; `indent` goes before its dash. */
export function newEntryText(entry: Partial<Entry>, indent: string): string {
  return present(entry)
    .map(
      (field, index) =>
        `${indent}${index === 0 ? '- ' : '  '}${pairText(entry, field)}`,
    )
    .join('\n');
}

export function flowEntryText(entry: Partial<Entry>): string {
  return `{${present(entry)
    .map(field => pairText(entry, field))
    .join(', ')}}`;
}

interface ScalarPair {
  key: Scalar.Parsed;
  value: Scalar.Parsed;
}

/** The entry's pairs, when all of them are simple enough to be edited where they stand. */
function scalarPairs(node: YAMLMap): ScalarPair[] | undefined {
  const simple = node.items.every(
    ({ key, value }) =>
      isScalar(key) && isScalar(value) && !value.type?.startsWith('BLOCK'),
  );
  const pairs = node.items as unknown as ScalarPair[];
  const filled = pairs.every(
    pair => pair.value?.range && pair.value.range[0] < pair.value.range[1],
  );
  return simple && filled ? pairs : undefined;
}

/** Edits field by field; undefined when the line would have to go that carries the dash. */
function fieldEdits(
  text: string,
  pairs: ScalarPair[],
  entry: Partial<Entry>,
): Edit[] | undefined {
  const byField = new Map(pairs.map(pair => [String(pair.key.value), pair]));
  const added = present(entry).filter(field => !byField.has(field));
  const edits: Edit[] = [];
  for (const [name, pair] of byField) {
    const { key, value } = pair;
    const field = name as Field;
    const [start, end] = value.range;
    if (FIELDS.includes(field) && entry[field] !== undefined) {
      if (value.value !== entry[field])
        edits.push({ start, end, text: scalarText(entry[field], value.type) });
      continue;
    }
    // one field takes the line of another, as a tag does of a digest
    const heir = added.shift();
    if (!heir) {
      if (pair === pairs[0]) return undefined;
      const from = lineStart(text, key.range[0]) - 1;
      edits.push({ start: from, end: lineEnd(text, end), text: '' });
      continue;
    }
    edits.push({ start: key.range[0], end: key.range[1], text: heir });
    edits.push({ start, end, text: scalarText(entry[heir], undefined) });
  }
  if (added.length === 0) return edits;
  const last = pairs[pairs.length - 1];
  const column = pairs[0].key.range[0] - lineStart(text, pairs[0].key.range[0]);
  const at = lineEnd(text, last.value.range[1]);
  const lines = added.map(
    field => `\n${' '.repeat(column)}${pairText(entry, field)}`,
  );
  return [...edits, { start: at, end: at, text: lines.join('') }];
}

/** An entry that stays; kustomize refuses a number where it wants a text, so that is quoted. */
export function untouchedEntryText(
  text: string,
  { node, from, to }: Chunk,
): string {
  const edits = node.items.flatMap(({ key, value }): Edit[] => {
    if (
      !FIELDS.includes(String(key) as Field) ||
      !isScalar(value) ||
      !value.range
    )
      return [];
    if (typeof value.value === 'string' || value.value === null) return [];
    const [start, end] = value.range;
    return [
      { start, end, text: scalarText(text.slice(start, end), undefined) },
    ];
  });
  return applyEdits(text, edits, { from, to });
}

/** An entry with new values, in its place, with its comments. */
export function changedEntryText(
  text: string,
  chunk: Chunk,
  entry: Partial<Entry>,
): string {
  const { node, dash, from, to } = chunk;
  const pairs = isMap(node) && !node.flow ? scalarPairs(node) : undefined;
  const edits =
    pairs && pairs.length > 0 ? fieldEdits(text, pairs, entry) : undefined;
  if (edits) return applyEdits(text, edits, { from, to });
  const indent = text.slice(lineStart(text, dash), dash);
  const fresh = node.flow
    ? `${indent}- ${flowEntryText(entry)}`
    : newEntryText(entry, indent);
  const [first, ...rest] = fresh.split('\n');
  const comment =
    /[ \t]#.*$/.exec(text.slice(dash, lineEnd(text, dash)))?.[0] ?? '';
  return [
    `${text.slice(from, lineStart(text, dash))}${first}${comment}`,
    ...rest,
  ].join('\n');
}
