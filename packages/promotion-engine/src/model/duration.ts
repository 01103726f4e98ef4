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
