import { Fault } from '../errors';
import { BOOL, INT, STRING, STRINGS } from '../types/staticType';
import { toInt } from '../values/numbers';
import { isSpace } from '../lexer/characters';
import { encodeText, joinText } from '../values/text';
import type { CallContext, Value } from '../values/value';
import { defineFunction, FunctionSet } from './definition';
import { replaceText, splitText } from './splitting';

type Texts = readonly string[];

const ONE = { parameters: [STRING] };
const TWO = { parameters: [STRING, STRING] };

/** expr-lang's string functions: Go's package strings. */
export const stringFunctions: FunctionSet = new Map([
  // the second parameter is missing in `trimPrefix(" a")`: then both trim blanks, as `trim` does
  trimming('trim', trimSet),
  trimming('trimPrefix', (text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimming('trimSuffix', (text, suffix) =>
    suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  defineFunction('upper', {
    signatures: [ONE],
    result: STRING,
    call: ([text]) => eachCharacter(text as string, upperCase),
  }),
  defineFunction('lower', {
    signatures: [ONE],
    result: STRING,
    call: ([text]) => eachCharacter(text as string, lowerCase),
  }),
  splitting('split', false),
  splitting('splitAfter', true),
  defineFunction('replace', {
    signatures: [{ parameters: [STRING, STRING, STRING, INT], optional: 1 }],
    result: STRING,
    call: ([text, from, to, count], context) =>
      replaceText(
        [text, from, to] as string[],
        count === undefined ? -1 : Number(toInt(count)),
        context.budget,
      ),
  }),
  defineFunction('repeat', {
    signatures: [{ parameters: [STRING, INT] }],
    result: STRING,
    call: repeat,
  }),
  defineFunction('indexOf', {
    signatures: [TWO],
    result: INT,
    call: ([text, part]) =>
      byteIndex(text as string, (text as string).indexOf(part as string)),
  }),
  defineFunction('lastIndexOf', {
    signatures: [TWO],
    result: INT,
    call: ([text, part]) =>
      byteIndex(text as string, (text as string).lastIndexOf(part as string)),
  }),
  asking('hasPrefix', (text, prefix) => text.startsWith(prefix)),
  asking('hasSuffix', (text, suffix) => text.endsWith(suffix)),
]);

function trimming(name: string, trim: (text: string, part: string) => string) {
  return defineFunction(name, {
    signatures: [ONE, TWO],
    result: STRING,
    call: args => {
      const [text, part] = args as Texts;
      return part === undefined ? trimBlanks(text) : trim(text, part);
    },
  });
}

function splitting(name: string, keepSeparator: boolean) {
  return defineFunction(name, {
    signatures: [{ parameters: [STRING, STRING, INT], optional: 1 }],
    result: STRINGS,
    call: ([text, separator, count], context) =>
      splitText([text, separator] as string[], {
        keepSeparator,
        count: count === undefined ? -1 : Number(toInt(count)),
        budget: context.budget,
      }),
  });
}

function asking(name: string, holds: (text: string, part: string) => boolean) {
  return defineFunction(name, {
    signatures: [TWO],
    result: BOOL,
    call: ([text, part]) => holds(text as string, part as string),
  });
}

function trimBlanks(text: string): string {
  return trimWhere(text, isSpace);
}

function trimSet(text: string, cutset: string): string {
  const cut = new Set(cutset);
  return trimWhere(text, character => cut.has(character));
}

function trimWhere(
  text: string,
  unwanted: (character: string) => boolean,
): string {
  const characters = [...text];
  let start = 0;
  let end = characters.length;
  while (start < end && unwanted(characters[start])) {
    start += 1;
  }
  while (end > start && unwanted(characters[end - 1])) {
    end -= 1;
  }
  return characters.slice(start, end).join('');
}

function eachCharacter(
  text: string,
  change: (character: string) => string,
): string {
  return Array.from(text, change).join('');
}

/** Go maps a character to one character: `ß` has no upper case. */
function upperCase(character: string): string {
  const upper = character.toUpperCase();
  return [...upper].length === 1 ? upper : character;
}

function lowerCase(character: string): string {
  return character === '\u0130' ? 'i' : character.toLowerCase();
}

function repeat(args: readonly Value[], { budget }: CallContext): string {
  const [text] = args as Texts;
  const count = toInt(args[1]);
  if (count < 0n) {
    throw new Fault(
      `invalid argument for repeat (expected positive integer, got ${count})`,
    );
  }
  if (count > 1_000_000n) {
    throw new Fault('memory budget exceeded');
  }
  // expr-lang counts bytes against its memory budget
  budget.grow(encodeText(text).length * Number(count));
  return joinText(text.repeat(Number(count)), '');
}

/** Go counts bytes, not characters. */
function byteIndex(text: string, index: number): bigint {
  return index < 0 ? -1n : BigInt(encodeText(text.slice(0, index)).length);
}
