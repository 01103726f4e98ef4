import { Fault } from '../errors';
import { BOOL, INT, STRING, STRINGS } from '../types/staticType';
import { toInt } from '../values/numbers';
import { isSpace } from '../lexer/characters';
import type { Budget } from '../limits';
import { encodeText, joinText } from '../values/text';
import type { CallContext, Value } from '../values/value';
import { FunctionSet, functionSet, NamedLater, typed } from './definition';
import { replaceText, splitText } from './splitting';

type Texts = readonly string[];

const ONE = { parameters: [STRING] };
const TWO = { parameters: [STRING, STRING] };

/** expr-lang's string functions: Go's package strings. */
export const stringFunctions: FunctionSet = functionSet({
  // the second parameter is missing in `trimPrefix(" a")`: then both trim blanks, as `trim` does
  trim: trimming(trimSet),
  trimPrefix: trimming((text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimSuffix: trimming((text, suffix) =>
    suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  upper: typed({
    signatures: [ONE],
    result: STRING,
    call: ([text], { budget }) =>
      eachCharacter(text as string, upperCase, budget),
  }),
  lower: typed({
    signatures: [ONE],
    result: STRING,
    call: ([text], { budget }) =>
      eachCharacter(text as string, lowerCase, budget),
  }),
  split: splitting(false),
  splitAfter: splitting(true),
  replace: typed({
    signatures: [{ parameters: [STRING, STRING, STRING, INT], optional: 1 }],
    result: STRING,
    call: ([text, from, to, count], context) =>
      replaceText(
        [text, from, to] as string[],
        count === undefined ? -1 : Number(toInt(count)),
        context.budget,
      ),
  }),
  repeat: typed({
    signatures: [{ parameters: [STRING, INT] }],
    result: STRING,
    call: repeat,
  }),
  indexOf: typed({
    signatures: [TWO],
    result: INT,
    call: ([text, part]) =>
      byteIndex(text as string, (text as string).indexOf(part as string)),
  }),
  lastIndexOf: typed({
    signatures: [TWO],
    result: INT,
    call: ([text, part]) =>
      byteIndex(text as string, (text as string).lastIndexOf(part as string)),
  }),
  hasPrefix: asking((text, prefix) => text.startsWith(prefix)),
  hasSuffix: asking((text, suffix) => text.endsWith(suffix)),
});

function trimming(trim: (text: string, part: string) => string): NamedLater {
  return typed({
    signatures: [ONE, TWO],
    result: STRING,
    call: args => {
      const [text, part] = args as Texts;
      return part === undefined ? trimBlanks(text) : trim(text, part);
    },
  });
}

function splitting(keepSeparator: boolean): NamedLater {
  return typed({
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

function asking(holds: (text: string, part: string) => boolean): NamedLater {
  return typed({
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
  let start = 0;
  for (const character of text) {
    if (!unwanted(character)) {
      break;
    }
    start += character.length;
  }
  let end = text.length;
  while (end > start) {
    const character = lastCharacter(text, end);
    if (!unwanted(character)) {
      break;
    }
    end -= character.length;
  }
  return text.slice(start, end);
}

/** The character that ends before `end`: two units beyond U+FFFF. */
function lastCharacter(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return pair.codePointAt(0)! > 0xffff ? pair : text.slice(end - 1, end);
}

function eachCharacter(
  text: string,
  change: (character: string) => string,
  budget: Budget,
): string {
  budget.step(text.length);
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
