import {
  CST,
  Document,
  isAlias,
  isMap,
  isScalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { lineEnd, lineStart } from '../_shared/yamlText';
import { Entry, FIELDS } from './entries';
import { Chunk } from './renderEntry';

/** An entry and where it stands; no chunk in a flow list, or where entries share content. */
export interface ReadEntry {
  entry: Partial<Entry>;
  chunk?: Chunk;
}

/** As it is written, so that `1.10` stays what it is. */
function textOf(node: unknown, field: string): string | undefined {
  if (node === undefined || node === null) return undefined;
  if (!isScalar(node)) throw new Error(`${field} of an image is not a text`);
  if (node.value === null) return undefined;
  return typeof node.value === 'string'
    ? node.value
    : node.source ?? String(node.value);
}

function entryOf(node: unknown): Partial<Entry> {
  if (!isMap(node))
    throw new Error('an entry of images is not a map of fields');
  return Object.fromEntries(
    FIELDS.map(field => [
      field,
      textOf((node as YAMLMap).get(field, true), field),
    ]),
  );
}

function dashes(list: YAMLSeq): number[] {
  const token = list.srcToken as CST.BlockSequence;
  return token.items
    .filter(
      item =>
        item.value !== undefined ||
        item.start.some(part => part.type === 'seq-item-ind'),
    )
    .map(item => item.start.find(part => part.type === 'seq-item-ind')!.offset);
}

/** Comments right above an entry are its own; what stands above a blank line is not. */
function withComments(text: string, dash: number, floor: number): number {
  let from = lineStart(text, dash);
  while (from > floor) {
    const above = lineStart(text, from - 1);
    if (above < floor || !/^[ \t]*#/.test(text.slice(above, from))) break;
    from = above;
  }
  return from;
}

/** Every entry of the list, as data and as text. */
export function readEntries(
  text: string,
  list: YAMLSeq,
  document: Document,
): ReadEntry[] {
  const entries = list.items.map(item => {
    const node = isAlias(item) ? item.resolve(document) : item;
    return { entry: entryOf(node), node: node as YAMLMap };
  });
  const sharing = list.items.some(
    item => isAlias(item) || (item as YAMLMap).anchor,
  );
  if (list.flow || sharing) return entries.map(({ entry }) => ({ entry }));
  const starts = dashes(list);
  let floor = 0;
  return entries.map(({ entry, node }, index) => {
    const dash = starts[index];
    const from = withComments(text, dash, floor);
    const to = lineEnd(text, Math.max(dash, node.range![1] - 1));
    floor = to + 1;
    return { entry, chunk: { from, to, dash, node } };
  });
}
