import { RE2JS } from 're2js';
import { Fault } from '../errors';
import type { Budget } from '../limits';
import { cleanText } from '../values/text';

const MAX_PATTERN_LENGTH = 10_000;

/** Whether the pattern (RE2 syntax, no backtracking) is found anywhere in the text. Throws a `Fault` for a wrong pattern. */
export function matchesPattern(
  text: string,
  pattern: string,
  budget: Budget,
): boolean {
  budget.step(
    pattern.length + Math.ceil((text.length * (16 + pattern.length)) / 64),
  );
  return compilePattern(pattern).matcher(cleanText(text)).find();
}

/** Throws a `Fault` for what is no pattern. */
export function compilePattern(pattern: string): RE2JS {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new Fault('error parsing regexp: too long');
  }
  try {
    return RE2JS.compile(cleanText(pattern));
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error));
  }
}
