const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Milliseconds until the next attempt: twice as long each time, with up to a quarter less so that many do not come at once. */
export function backOff(failures: number, random = Math.random): number {
  const whole = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return Math.round(whole * (1 - random() / 4));
}
