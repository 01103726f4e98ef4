import { Node, parseTree, ParseError, printParseErrorCode } from 'jsonc-parser';
import { assertPrintable } from '../_shared/printable';
import { applyEdits, Edit } from '../_shared/yamlText';
import { addToList, addToObject } from './addJson';
import { findMatches } from './findMatches';
import { builtJson, isJsonScalar, JsonScalar, scalarJson } from './jsonText';
import { isAppend, parsePath, PathPart, placeOf } from './parsePath';

const BOM = '\ufeff';

/** One value to write; see the step's schema for the key. */
export interface JsonUpdate {
  key: string;
  value?: unknown;
}

/**
 * Writes values into a JSON file, one after the other, and leaves every other character as it is: layout, comments,
 * line ends. What is missing on the way is made: objects for names, lists for numbers, `-1` adds to a list. A key
 * with one of `| # @ * ?` is a search that replaces what it finds, and nothing when it finds nothing.
 * @throws Error that names the key, or the line that is no JSON.
 */
export function updateJson(text: string, updates: JsonUpdate[]): string {
  if (text.startsWith(BOM)) return BOM + updateJson(text.slice(1), updates);
  return updates.reduce((before, { key, value }) => {
    assertPrintable({ key, value });
    if (!isJsonScalar(value))
      throw new Error(
        `the value for ${key} is no text, number, true or false; nothing else can be written`,
      );
    return applyAll(before, editsFor(before, key, value));
  }, text);
}

const applyAll = (text: string, edits: Edit[]): string =>
  applyEdits(text, edits, { from: 0, to: text.length });

function editsFor(text: string, key: string, value: JsonScalar): Edit[] {
  const { parts, isSearch } = parsePath(key);
  const root = readJson(text);
  if (isSearch)
    return findMatches(root, parts).map(node => replace(node, value));
  // a file that holds nothing, or a single value, becomes an object or a list
  if (!root || !isCollection(root))
    return [
      {
        start: root?.offset ?? 0,
        end: root ? root.offset + root.length : text.length,
        text: builtJson(isAppend(parts[0]) ? asKey(parts) : parts, value),
      },
    ];
  try {
    return [editIn(text, root, { parts, value })];
  } catch (error) {
    throw new Error(`${key}: ${(error as Error).message}`);
  }
}

const asKey = ([first, ...rest]: PathPart[]): PathPart[] => [
  { ...first, isKey: true },
  ...rest,
];

const isCollection = (node: Node): boolean =>
  node.type === 'object' || node.type === 'array';

const replace = (node: Node, value: JsonScalar): Edit => ({
  start: node.offset,
  end: node.offset + node.length,
  text: scalarJson(value),
});

function editIn(
  text: string,
  node: Node,
  { parts, value }: { parts: PathPart[]; value: JsonScalar },
): Edit {
  const [first, ...rest] = parts;
  const child = childOf(node, first);
  if (child) {
    if (rest.length === 0) return replace(child, value);
    if (isCollection(child)) return editIn(text, child, { parts: rest, value });
    const { start, end } = replace(child, value);
    const built = builtJson(isAppend(rest[0]) ? asKey(rest) : rest, value);
    return { start, end, text: built };
  }
  const inner = builtJson(rest, value);
  if (node.type === 'object')
    return addToObject(text, node, { key: first.text, inner });
  if (isAppend(first)) return addToList(text, node, { inner });
  const place = placeOf(first);
  if (place === undefined)
    throw new Error(
      `"${first.text}" is no place in a list; write a number, or -1 to add at the end`,
    );
  return addToList(text, node, { inner, place });
}

function childOf(node: Node, part: PathPart): Node | undefined {
  if (node.type === 'object')
    return node.children?.find(
      member => member.children?.[0].value === part.text,
    )?.children?.[1];
  // what is there is found with a colon, too; only what is made of the part differs
  return /^\d+$/.test(part.text)
    ? node.children?.[Number(part.text)]
    : undefined;
}

/** @returns undefined for a file of nothing but blanks. @throws Error */
function readJson(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (text.trim() === '' || !error) return root;
  const line = text.slice(0, error.offset).split('\n').length;
  throw new Error(
    `the file cannot be read as JSON: line ${line}: ${printParseErrorCode(
      error.error,
    )}`,
  );
}
