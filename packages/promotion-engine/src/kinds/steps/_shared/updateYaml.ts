import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Node,
  Scalar,
  YAMLMap,
} from 'yaml';
import { assertPrintable } from './printable';
import { meantValue, scalarText } from './yamlScalar';
import { applyEdits, Edit, firstDocument } from './yamlText';
import { splitKey } from './splitKey';

/** One value to write; see the step's schema for the key. */
export interface YamlUpdate {
  key: string;
  value?: unknown;
}

function entryOf(map: YAMLMap, part: string): Node | null | undefined {
  const pair = map.items.find(
    ({ key }) => isScalar(key) && (key.source ?? String(key.value)) === part,
  );
  return pair && (pair.value as Node | null);
}

function childOf(node: Node, part: string): Node | null | undefined {
  if (isMap(node)) return entryOf(node, part);
  if (isSeq(node))
    return /^[+-]?\d+$/.test(part)
      ? (node.items[Number(part)] as Node | undefined)
      : undefined;
  return undefined;
}

function scalarAt(document: Document.Parsed, key: string): Scalar.Parsed {
  let node: Node | null | undefined = document.contents;
  for (const part of splitKey(key)) {
    if (isAlias(node))
      throw new Error(
        `the key ${key} leads through an alias; change the anchor's own value`,
      );
    node = node && childOf(node, part);
  }
  if (isAlias(node))
    throw new Error(
      `the key ${key} is an alias; change the anchor's own value`,
    );
  if (!node) throw new Error(`the key ${key} is not in the file`);
  if (!isScalar(node))
    throw new Error(
      `the key ${key} is a list or a map; a single value can be replaced`,
    );
  return node as Scalar.Parsed;
}

function editOf(text: string, node: Scalar.Parsed, value: unknown): Edit {
  const [start, end] = node.range;
  const written =
    typeof value === 'string' && meantValue(value) !== value
      ? value
      : scalarText(value, node.type);
  // nothing is there yet, so the colon or dash needs a blank after it
  if (start === end)
    return {
      start,
      end,
      text: /[ \t]/.test(text[start - 1] ?? '') ? written : ` ${written}`,
    };
  if (!node.type?.startsWith('BLOCK')) return { start, end, text: written };
  const block = text.slice(start, end).replace(/[ \t\r\n]*$/, '');
  const comment = /^[|>][^\r\n#]*?([ \t]+#[^\r\n]*)/.exec(block)?.[1] ?? '';
  return { start, end: start + block.length, text: `${written}${comment}` };
}

function verify(text: string, updates: Map<string, unknown>): void {
  const document = firstDocument(text);
  for (const [key, value] of updates) {
    const isValue = value !== null && typeof value === 'object';
    if (!isValue && scalarAt(document, key).value !== meantValue(value)) {
      throw new Error(
        `the key ${key} has a tag that turns the new value into something else`,
      );
    }
  }
}

/**
 * Writes new values into the scalars that keys name, and leaves every other character as it is: comments, flow
 * collections and line ends survive. Only the first document is looked at.
 * @throws Error that names the key when it is not there or is no scalar.
 */
export function updateYaml(text: string, updates: YamlUpdate[]): string {
  const document = firstDocument(text);
  const edits = new Map<number, Edit>();
  const written = new Map<number, [string, unknown]>();
  updates.forEach(assertPrintable);
  for (const { key, value } of updates) {
    const node = scalarAt(document, key);
    const edit = editOf(text, node, value);
    // the same value twice, by whatever key: the last one counts
    edits.set(edit.start, edit);
    written.set(edit.start, [key, value]);
  }
  const result = applyEdits(text, [...edits.values()], {
    from: 0,
    to: text.length,
  });
  verify(result, new Map(written.values()));
  return result;
}
