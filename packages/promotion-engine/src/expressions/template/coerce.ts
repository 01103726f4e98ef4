import { Fault } from '../errors';
import type { Budget } from '../limits';
import { decodeJson } from '../values/decodeJson';
import { parseFloat64 } from '../values/floats';
import type { Value } from '../values/value';

const TRUE = new Set(['1', 't', 'T', 'true', 'True', 'TRUE']);
const FALSE = new Set(['0', 'f', 'F', 'false', 'False', 'FALSE']);

/** Go's `strconv.ParseBool`; `undefined` for anything else. */
export function parseBool(text: string): boolean | undefined {
  if (TRUE.has(text)) {
    return true;
  }
  return FALSE.has(text) ? false : undefined;
}

/**
 * What a template's text becomes as a whole, in Kargo's order: text in quotes loses them (nothing inside is
 * unescaped), then a number, a bool, JSON, and text at last. One line break at the end does not count, and
 * stays with text only. So `042` is 42, `12e34` is a number and only `quote()` keeps a Git SHA safe.
 */
export function coerceText(text: string, budget: Budget): Value {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const ending = text.slice(body.length);
  if (body.length > 1 && body.startsWith('"') && body.endsWith('"')) {
    return body.slice(1, -1) + ending;
  }
  const scalar = parseFloat64(body) ?? parseBool(body);
  return scalar ?? parseJson(body, { otherwise: text, budget });
}

function parseJson(
  body: string,
  { otherwise, budget }: { otherwise: string; budget: Budget },
): Value {
  // most texts are no JSON: an exception for each of them would be dear
  if (!/^[ \t\r\n]*[[{"\dtfn-]/.test(body)) {
    return otherwise;
  }
  try {
    return decodeJson(body, budget);
  } catch (error) {
    if (error instanceof Fault) {
      return otherwise;
    }
    throw error;
  }
}
