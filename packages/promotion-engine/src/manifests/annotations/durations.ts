import { DURATION_CURE, parseDuration } from '../duration';
import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { stagesBefore } from './tokens';

const DURATION: Token = {
  pattern: /(\d+(\.\d+)?(s|m|h))+(?![\w.])/,
  word: 'a duration',
  cure: DURATION_CURE,
};

export interface LocatedDuration extends Located<string> {
  milliseconds: number;
}

/** `duration = { number, ( "s" | "m" | "h" ) }-`, above zero. */
export function duration(scanner: Scanner): LocatedDuration {
  const found = scanner.expect(DURATION);
  const milliseconds = parseDuration(found.value);
  if (!milliseconds) {
    throw scanner.fault(
      `${found.value} is not a time above zero.`,
      DURATION_CURE,
      found.offset,
    );
  }
  return { ...found, milliseconds };
}

/** `interval = duration` */
export function parseInterval(text: string): string {
  const scanner = new Scanner(text);
  const found = scanner.entries(ENTRY_END, () => duration(scanner));
  if (found.length !== 1) {
    throw scanner.fault(
      'The interval is exactly one duration.',
      DURATION_CURE,
      0,
    );
  }
  return found[0].value;
}

export interface SoakEntry {
  stages: Located<string>[];
  time: string;
}

/** `soak = entries of: stages-before, duration` */
export function parseSoak(text: string): SoakEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => ({
    stages: stagesBefore(scanner),
    time: duration(scanner).value,
  }));
}
