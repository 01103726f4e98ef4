const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|[+-]\d{2}:\d{2})$/;
const NANOS_PER_MS = 1_000_000n;

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 24 || minutes > 60) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Nanoseconds since the epoch of an RFC 3339 date-time; registries give fractions that a Date would cut.
 * @returns undefined for anything else, also for a date without a time.
 */
export function parseInstant(text: string): bigint | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map(Number);
  const offset = offsetMinutes(match[8]);
  if (offset === undefined || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  // a day that the month does not have has moved on to the next
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  const nanos = BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return BigInt(date.getTime() - offset * 60_000) * NANOS_PER_MS + nanos;
}

/** In UTC, with as many digits of a second as are needed. */
export function formatInstant(nanos: bigint): string {
  const perSecond = 1_000_000_000n;
  const fraction = ((nanos % perSecond) + perSecond) % perSecond;
  const seconds = new Date(Number((nanos - fraction) / NANOS_PER_MS))
    .toISOString()
    .slice(0, 19);
  const digits = fraction.toString().padStart(9, '0').replace(/0+$/, '');
  return `${seconds}${digits ? `.${digits}` : ''}Z`;
}
