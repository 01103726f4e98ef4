const UNITS: [string, number][] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];

/** Milliseconds as people read them, `1h 5m`; rounded up to seconds, and below a second `1s`. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(1000, Math.ceil(milliseconds / 1000) * 1000);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * size;
  }
  return parts.join(' ');
}

const MILLISECONDS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const PART = /^(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/;
/** Go keeps durations in 64 bits of nanoseconds. */
const MAXIMUM_MS = 9_223_372_036_854;

/** Milliseconds of a Go duration (`time.ParseDuration`), or undefined when it is none. Days (`1d`) are none. */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[-+]/, '');
  if (rest === '0') {
    return 0;
  }
  let total = 0;
  do {
    const part = PART.exec(rest);
    if (!part) {
      return undefined;
    }
    total += Number(part[1]) * MILLISECONDS[part[2]];
    rest = rest.slice(part[0].length);
  } while (rest !== '');
  return total <= MAXIMUM_MS ? sign * total : undefined;
}
