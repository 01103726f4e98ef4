import {
  Document,
  isMap,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { compareBytes } from '../../../model/text';
import { firstDocument, lineBreak, lineStart } from '../_shared/yamlText';
import { Entry, entryName, Field, FIELDS, mergeEntry } from './entries';
import { readEntries, ReadEntry } from './readEntries';
import {
  changedEntryText,
  Chunk,
  flowEntryText,
  newEntryText,
  untouchedEntryText,
} from './renderEntry';
import { KustomizeImage } from './schema';

/** What the list becomes: entries by name, and where each of them stood. */
type Merged = Map<string, MergedEntry>;

interface MergedEntry {
  entry: Entry;
  old?: ReadEntry;
  /** An image was set; otherwise the entry only moves. */
  touched: boolean;
}

function merge(existing: ReadEntry[], images: KustomizeImage[]): Merged {
  const merged: Merged = new Map();
  for (const old of existing) {
    const name = old.entry.name ?? '';
    merged.set(name, { entry: { ...old.entry, name }, old, touched: false });
  }
  const before = new Map(merged);
  for (const image of images) {
    const name = entryName(image);
    const old = before.get(name);
    merged.set(name, {
      entry: mergeEntry(image, old?.entry),
      old: old?.old,
      touched: true,
    });
  }
  return new Map([...merged].sort(([a], [b]) => compareBytes(a, b)));
}

const equal = (a: Partial<Entry>, b: Partial<Entry>): boolean =>
  FIELDS.every(field => a[field] === b[field]);

function chunkText(text: string, merged: MergedEntry, indent: string): string {
  const { entry, old, touched } = merged;
  if (!old?.chunk) return newEntryText(entry, indent);
  if (!touched) {
    const { name, ...rest } = old.entry;
    // an empty name says as much as none, which is how Kargo writes it
    const isNameless = name === '' && Object.values(rest).some(Boolean);
    return isNameless
      ? changedEntryText(text, old.chunk, rest)
      : untouchedEntryText(text, old.chunk);
  }
  const plain = old.chunk.node.items.every(
    ({ key, value }) =>
      FIELDS.includes(String(key) as Field) &&
      isScalar(value) &&
      typeof value.value === 'string',
  );
  if (plain && equal(entry, old.entry))
    return text.slice(old.chunk.from, old.chunk.to);
  return changedEntryText(text, old.chunk, entry);
}

/** What stands between an entry and the one before it: a line break, blank lines, loose comments. */
function gapBefore(text: string, chunks: Chunk[]): Map<Chunk, string> {
  return new Map(
    chunks
      .slice(1)
      .map((chunk, index) => [chunk, text.slice(chunks[index].to, chunk.from)]),
  );
}

function blockList(
  text: string,
  existing: ReadEntry[],
  merged: Merged,
): string {
  const chunks = existing.map(one => one.chunk!);
  const first = chunks[0];
  const indent = text.slice(lineStart(text, first.dash), first.dash);
  const gaps = gapBefore(text, chunks);
  const pieces = [...merged.values()].map((one, index) => {
    const gap = one.old?.chunk && gaps.get(one.old.chunk);
    const comment = gap?.trim() ? `${indent}${gap.trim()}\n` : '';
    return (index === 0 ? comment : gap ?? '\n') + chunkText(text, one, indent);
  });
  return (
    text.slice(0, first.from) +
    pieces.join('') +
    text.slice(chunks[chunks.length - 1].to)
  );
}

/** How far this file indents its top-level lists; kustomize's own style is not at all. */
const listIndent = (text: string): string =>
  /^[\w-]+:[ \t]*\r?\n([ \t]*)- /m.exec(text)?.[1] ?? '';

/** The end of what a document holds, its last comments included: one of them may be an entry that is switched off. */
function contentEnd(text: string, document: Document.Parsed): number {
  const whole = text
    .slice(0, document.range[2])
    .replace(/\n\.\.\.([ \t][^\n]*)?\n?$/, '\n');
  // blank lines at the end count where a block scalar keeps them
  return Math.max(whole.trimEnd().length, document.contents!.range[1]);
}

function newList(
  text: string,
  document: Document.Parsed,
  merged: Merged,
): string {
  const root = document.contents as YAMLMap.Parsed;
  const column = ' '.repeat(root.range[0] - lineStart(text, root.range[0]));
  const indent = column + listIndent(text);
  const list = [...merged.values()]
    .map(one => newEntryText(one.entry, indent))
    .join('\n');
  const pair = pairOf(root);
  if (!pair) {
    const end = contentEnd(text, document);
    const before = text.slice(0, end);
    const rest = text.slice(end).replace(/^[ \t]*\n/, '');
    return `${before}${
      before.endsWith('\n') ? '' : '\n'
    }${column}images:\n${list}\n${rest}`;
  }
  const colon = text.indexOf(':', pair.key.range[1]) + 1;
  const [, end] = (pair.value as Scalar.Parsed).range;
  return `${text.slice(0, colon)}\n${list}${text.slice(Math.max(colon, end))}`;
}

function pairOf(root: YAMLMap): Pair<Scalar.Parsed, unknown> | undefined {
  return root.items.find(
    ({ key }) => isScalar(key) && key.value === 'images',
  ) as Pair<Scalar.Parsed, unknown> | undefined;
}

/** Where nothing can be put in its place: the whole document is written anew. */
function rewritten(document: Document.Parsed, merged: Merged): string {
  document.set(
    'images',
    document.createNode(
      [...merged.values()].map(({ entry }) => entry),
      { keepUndefined: false },
    ),
  );
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function withImages(
  text: string,
  document: Document.Parsed,
  images: KustomizeImage[],
): string {
  const root = document.contents;
  if (!isMap(root)) throw new Error('the kustomization is not a map of fields');
  const list = pairOf(root)?.value;
  const isEmpty =
    !list ||
    (isScalar(list) && list.value === null) ||
    (isSeq(list) && list.items.length === 0);
  if (!isEmpty && !isSeq(list))
    throw new Error('images of the kustomization is not a list');
  const existing = isEmpty ? [] : readEntries(text, list as YAMLSeq, document);
  const merged = merge(existing, images);
  if (merged.size === 0) return text;
  const sharing = existing.some(one => !one.chunk) && !(list as YAMLSeq).flow;
  if (root.flow || sharing || (list as YAMLSeq | undefined)?.anchor)
    return rewritten(document, merged);
  if (isEmpty) return newList(text, document, merged);
  if (!(list as YAMLSeq).flow) return blockList(text, existing, merged);
  const [start, end] = (list as YAMLSeq).range!;
  return `${text.slice(0, start)}[${[...merged.values()]
    .map(one => flowEntryText(one.entry))
    .join(', ')}]${text.slice(end)}`;
}

/**
 * Sets entries of `images` in a kustomization, by name, and sorts them (Kargo: mergeImages). Comments move with their
 * entry; nothing but `images` is touched, and other documents of the file stay.
 * @throws Error when the text is no kustomization.
 */
export function setImages(text: string, images: KustomizeImage[]): string {
  // one kind of line break while it is edited, the file's own when it is written
  const plain = text.replace(/\r\n/g, '\n');
  const result = withImages(plain, firstDocument(plain), images);
  // what was written must be read as what was meant
  firstDocument(result);
  return lineBreak(text) === '\r\n' ? result.replace(/\n/g, '\r\n') : result;
}
