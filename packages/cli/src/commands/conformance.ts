import { Readable, Writable } from 'node:stream';
import { suites } from '@stevedore/promotion-engine/suites';

export interface ConformanceStreams {
  input: Readable;
  output: Writable;
  error: Writable;
}

/**
 * `stevedore conformance SUITE`: answers questions, one JSON object a line, as `{id, output}` or `{id, error}`.
 * @returns the exit code: 0, or 2 for a suite that is unknown or a line that is no question.
 */
export async function runConformance(
  suiteName: string,
  streams: ConformanceStreams,
): Promise<number> {
  const { input, output, error } = streams;
  const answer = Object.hasOwn(suites, suiteName)
    ? suites[suiteName]
    : undefined;
  if (!answer) {
    error.write(
      `There is no suite "${suiteName}"; known are ${Object.keys(suites)
        .sort()
        .join(', ')}.\n`,
    );
    return 2;
  }
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      output.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
    } catch (failure) {
      error.write(
        `Line ${number} is no question: ${(failure as Error).message}\n`,
      );
      return 2;
    }
  }
  return 0;
}

/** Lines end at a line feed and nowhere else: JSON may hold U+2028, at which Node's readline would cut. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}
