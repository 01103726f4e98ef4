import { addressAndPath } from './address';
import { duration } from './durations';
import { ENTRY_END, Located, Scanner } from './scanner';
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
const MOST = 1_000_000;

/** `verify = entries of: [ stages-before ], url, json-path, [ "within", duration ], [ "every", duration ]` */
export function parseVerify(text: string): VerifyEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const { offset } = scanner;
    const stages = acceptStagesBefore(scanner);
    const { url, jsonPath } = addressAndPath(scanner, CURE);
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
      jsonPath,
      every: every.value,
      within: within.value,
      withinMs: within.milliseconds,
      count,
    };
  });
}
