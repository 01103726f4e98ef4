import { duration } from './durations';
import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { acceptStagesBefore } from './tokens';

export interface VerifyEntry {
  /** Absent: every stage that no other entry names. */
  stages?: Located<string>[];
  offset: number;
  /** May hold `{stage}`. */
  url: string;
  /** Argo's form, `{$.version}`. */
  jsonPath: string;
  every: string;
  /** A duration: when it is given up, however long the answers take. */
  within: string;
  /** Milliseconds. */
  withinMs: number;
  /** How often to ask until time is up. */
  count: number;
}

const CURE =
  'Write [STAGES =] URL JSONPATH [within 2m] [every 1s], such as https://{stage}.acme.dev/version $.version.';
const URL: Token = {
  pattern: /https?:\/\/[^\s;]+/,
  word: 'a URL (http or https)',
  cure: CURE,
};
const JSON_PATH: Token = {
  pattern: /\{\$[^\s;{}]*\}|\$[^\s;{}]*/,
  word: 'a JSONPath beginning with $',
  cure: CURE,
};
const MOST = 1_000_000;

/** `verify = entries of: [ stages-before ], url, json-path, [ "within", duration ], [ "every", duration ]` */
export function parseVerify(text: string): VerifyEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const { offset } = scanner;
    const stages = acceptStagesBefore(scanner);
    const url = scanner.expect(URL);
    const braces = /\{(?!stage\})[^}]*\}?/.exec(url.value);
    if (braces) {
      throw scanner.fault(
        `${braces[0]} is not known here.`,
        'Only {stage} may stand in the URL.',
        url.offset + braces.index,
      );
    }
    const path = scanner.expect(JSON_PATH).value;
    const within = scanner.accept(/within\b/)
      ? duration(scanner)
      : { value: '2m', milliseconds: 120_000 };
    const every = scanner.accept(/every\b/)
      ? duration(scanner)
      : { value: '1s', milliseconds: 1_000 };
    const count = Math.max(
      1,
      Math.ceil(within.milliseconds / every.milliseconds),
    );
    if (count > MOST) {
      throw scanner.fault(
        `That would ask ${count} times.`,
        'Ask less often, or for a shorter time.',
        offset,
      );
    }
    return {
      ...(stages ? { stages } : {}),
      offset,
      url: url.value,
      jsonPath: path.startsWith('{') ? path : `{${path}}`,
      every: every.value,
      within: within.value,
      withinMs: within.milliseconds,
      count,
    };
  });
}
