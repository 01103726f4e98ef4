import { AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { assertPrintable } from '../_shared/printable';
import { splitKey } from '../_shared/splitKey';
import { applyEdits, Edit } from '../_shared/yamlText';
import { Quotes, scalarToml } from './scalarToml';
import { Found, pathKey, valuesOf } from './valuesOf';

/** One value to write; see the step's schema for the key. */
export interface TomlUpdate {
  key: string;
  value?: unknown;
}

/**
 * Writes new values into the scalars that keys name, and leaves every other character as it is.
 * @throws Error that names the key when it is not there or is no scalar.
 */
export function updateToml(text: string, updates: TomlUpdate[]): string {
  const values = valuesOf(readToml(text));
  const edits = new Map<number, Edit>();
  for (const update of updates) {
    assertPrintable(update);
    const edit = editOf(values, update);
    // the same value twice: the last one counts
    edits.set(edit.start, edit);
  }
  return applyEdits(text, [...edits.values()], { from: 0, to: text.length });
}

function editOf(values: Map<string, Found>, { key, value }: TomlUpdate): Edit {
  const node = values.get(pathKey(splitKey(key)));
  if (!node) throw new Error(`the key ${key} is not in the file`);
  if (typeof node === 'string')
    throw new Error(
      `the key ${key} is ${node}; a single value can be replaced`,
    );
  const [start, end] = node.range;
  try {
    return { start, end, text: scalarToml(value, quotesOf(node)) };
  } catch (error) {
    throw new Error(`the key ${key}: ${(error as Error).message}`);
  }
}

function quotesOf(node: AST.TOMLValue): Quotes {
  if (node.type !== 'TOMLValue' || node.kind !== 'string') return undefined;
  return node.style === 'basic' ? 'double' : 'single';
}

function readToml(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    const line =
      error instanceof ParseError ? `line ${error.lineNumber}: ` : '';
    throw new Error(
      `the file cannot be read as TOML: ${line}${(error as Error).message}`,
    );
  }
}
