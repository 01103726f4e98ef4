import { RE2JS } from 're2js';
import { Fault } from '../errors';
import type { Budget } from '../limits';
import { cleanText } from '../values/text';
import { patternSize } from './patternSize';

/** States of the automaton. */
const MAX_PATTERN_SIZE = 10_000;

/** Whether the pattern (RE2 syntax, no backtracking) is found anywhere in the text. Throws a `Fault` for a wrong pattern. */
export function matchesPattern(
  text: string,
  pattern: string,
  budget: Budget,
): boolean {
  // an automaton: time with the product of text and pattern, at worst
  const size = patternSize(pattern);
  budget.step(20 * size);
  budget.scan(text.length * (16 + size));
  return compilePattern(pattern).matcher(cleanText(text)).find();
}

/** Throws a `Fault` for what is no pattern. */
export function compilePattern(pattern: string): RE2JS {
  if (patternSize(pattern) > MAX_PATTERN_SIZE) {
    throw new Fault('error parsing regexp: too large');
  }
  try {
    return RE2JS.compile(cleanText(pattern));
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error));
  }
}
