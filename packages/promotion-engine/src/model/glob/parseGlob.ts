import { GlobPart, GlobReader } from './parts';
import { readClass } from './readClass';

const literal = (expected: string): GlobPart => ({
  kind: 'char',
  fits: char => char === expected,
  separator: expected === '/',
});

function readAlternatives(reader: GlobReader): GlobPart {
  const options: GlobPart[][] = [];
  do {
    reader.at += 1;
    options.push([{ kind: 'start' }, ...readParts(reader, true)]);
  } while (reader.chars[reader.at] === ',');
  if (reader.at >= reader.chars.length) {
    throw new Error('a "{" is never closed');
  }
  reader.at += 1;
  return { kind: 'alternatives', options };
}

function readPart(reader: GlobReader): GlobPart {
  const char = reader.chars[reader.at];
  if (char === '{') return readAlternatives(reader);
  if (char === '[') {
    return { kind: 'char', fits: readClass(reader), separator: false };
  }
  reader.at += 1;
  if (char === '*') return { kind: 'star' };
  if (char === '?') {
    return { kind: 'char', fits: one => one !== '/', separator: false };
  }
  if (char === '}') throw new Error('a "}" has no "{"');
  if (char !== '\\') return literal(char);
  if (reader.at >= reader.chars.length) throw new Error('a "\\" ends it');
  reader.at += 1;
  return literal(reader.chars[reader.at - 1]);
}

function readParts(reader: GlobReader, nested: boolean): GlobPart[] {
  const parts: GlobPart[] = [];
  while (reader.at < reader.chars.length) {
    if (nested && /[,}]/.test(reader.chars[reader.at])) break;
    parts.push(readPart(reader));
  }
  return parts;
}

/** @throws Error that says what is wrong with the glob, without naming it. */
export function parseGlob(glob: string): GlobPart[] {
  return readParts({ chars: [...glob], at: 0 }, false);
}
