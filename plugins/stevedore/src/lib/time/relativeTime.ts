const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in at most two units: `18 min`, `2 h 5 min`, `3 days`. @param ms milliseconds; negative counts as none */
export function duration(ms: number): string {
  const length = Math.max(0, ms);
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAY) {
    const minutes = Math.floor((length % HOUR) / MINUTE);
    const hours = `${Math.floor(length / HOUR)} h`;
    return minutes ? `${hours} ${minutes} min` : hours;
  }
  const days = Math.floor(length / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}

/** `12 min ago`, `just now`, `in 2 h`. @param at ISO 8601 @param now milliseconds since 1970 */
export function relativeTime(at: string, now: number): string {
  const past = now - Date.parse(at);
  if (Math.abs(past) < 5 * SECOND) return 'just now';
  return past > 0 ? `${duration(past)} ago` : `in ${duration(-past)}`;
}

/** For hovering: date, time and zone of the reader. */
export function exactTime(at: string): string {
  return new Date(at).toLocaleString(undefined, {
    dateStyle: 'full',
    timeStyle: 'long',
  });
}

/** `Today`, `Yesterday`, then the date, by the reader's calendar. */
export function dayLabel(at: string, now: number): string {
  const days = daysBetween(new Date(at), new Date(now));
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Date(at).toLocaleDateString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}
