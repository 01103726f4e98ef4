import { isDeepStrictEqual } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { ConformanceAnswer, ConformanceCase } from '../answer';

/** A question with Kargo's answer. */
export interface Vector extends ConformanceCase {
  want: Wanted;
  note?: string;
}

interface Wanted {
  output?: any;
  type?: string;
  /** Decimal text of a whole number beyond 2^53. */
  exact?: string;
  /** The bytes of a text that is no valid UTF-8. */
  hex?: string;
  error?: string;
}

/** How an answer compares with Kargo's; the words are those of the vectors' README. */
export type Comparison = 'same' | 'value' | 'excused' | 'wrong';

/** Answers whose type counts besides their value. */
const TYPED = new Set(['expr', 'template', 'if']);

/** The part of an answer that counts, where it is not the whole. */
const COUNTS: Record<string, string> = {
  lint: 'valid',
  'step-config': 'valid',
  availability: 'available',
  health: 'status',
};

const yaml = (text: string): unknown =>
  parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });

/** What an edited file holds; throws for one that is broken. */
const FILES: Record<string, (text: string) => unknown> = {
  'yaml-update': yaml,
  'yaml-merge': yaml,
  'kustomize-set-image': yaml,
  'json-update': text => JSON.parse(text),
  'toml-update': text => parseToml(text),
};

/** Compares one answer with what Kargo said. */
export function judge(
  suite: string,
  vector: Vector,
  answer: ConformanceAnswer,
): Comparison {
  const { want } = vector;
  if (isDefect(vector)) return 'excused';
  if (want.error !== undefined) return 'error' in answer ? 'same' : 'wrong';
  if ('error' in answer)
    return suite in FILES && !readable(suite, want.output)
      ? 'excused'
      : 'wrong';
  if (isSame(suite, want, answer)) return 'same';
  return suite in FILES
    ? judgeFile(suite, want.output, answer.output)
    : 'wrong';
}

/** What Kargo answered is no answer: it panicked, contradicted itself, or made what is no text. */
function isDefect({ want, note = '' }: Vector): boolean {
  return (
    /KARGO BUG|does not detect/.test(note) ||
    want.error?.startsWith('PANIC') === true ||
    want.hex !== undefined ||
    want.output?.disagree === true
  );
}

function isSame(
  suite: string,
  want: Wanted,
  answer: { output: any; type?: string },
): boolean {
  const part = COUNTS[suite];
  if (part) return equal(answer.output?.[part], want.output[part]);
  if (want.exact !== undefined && String(answer.output) === want.exact)
    return true;
  const typed = TYPED.has(suite) && want.exact === undefined;
  return (
    (!typed || answer.type === want.type) && equal(answer.output, want.output)
  );
}

function judgeFile(suite: string, theirs: string, ours: any): Comparison {
  const expected = readable(suite, theirs);
  const given = readable(suite, ours);
  if (!expected) return given ? 'excused' : 'wrong';
  return given && equal(given.value, expected.value) ? 'value' : 'wrong';
}

function readable(suite: string, text: string): { value: unknown } | undefined {
  try {
    return { value: FILES[suite](text) };
  } catch {
    return undefined;
  }
}

/** As JSON has it: one zero, no undefined. */
function equal(left: unknown, right: unknown): boolean {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));
  return isDeepStrictEqual(plain(left), plain(right));
}
