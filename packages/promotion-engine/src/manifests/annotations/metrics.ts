import { addressAndPath } from './address';
import { ENTRY_END, Located, Scanner } from './scanner';
import { acceptStagesBefore } from './tokens';

const CURE =
  'Write [STAGES =] URL JSONPATH COMPARISON NUMBER, such as https://{stage}.acme.dev/errors $.rate < 0.01.';

export interface MetricEntry {
  /** Absent: every stage. */
  stages?: Located<string>[];
  /** May hold `{stage}`. */
  url: string;
  /** Argo's form, `{$.rate}`. */
  jsonPath: string;
  /** What follows the value: `< 0.01`. */
  comparison: string;
}

/** `metrics = entries of: [ stages-before ], address, json-path, comparison, number` */
export function parseMetrics(text: string): MetricEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const stages = acceptStagesBefore(scanner);
    const { url, jsonPath } = addressAndPath(scanner, CURE);
    const comparison = scanner.expect({
      ...{ pattern: /<=|<|>=|>|==|!=/, cure: CURE },
      word: 'a comparison such as <',
    }).value;
    const limit = scanner.expect({
      ...{ pattern: /-?\d{1,12}(\.\d{1,9})?(?![\w.])/, cure: CURE },
      word: 'a number',
    }).value;
    return {
      ...(stages && { stages }),
      ...{ url: url.value, jsonPath, comparison: `${comparison} ${limit}` },
    };
  });
}
