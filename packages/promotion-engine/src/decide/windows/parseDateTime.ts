import { Temporal } from 'temporal-polyfill';

const DATE_TIME =
  /^(?:TZID=(?<zone>[^:;]+):)?(?<date>\d{8})T(?<time>\d{6})(?<utc>Z)?$/;

/**
 * An iCalendar date-time (RFC 5545, 3.3.5): in UTC with a final `Z`, in a zone with
 * `TZID=…:` in front, and in UTC where it names none.
 *
 * A local time that a zone has twice is the first of the two (RFC 5545, 3.3.5); one that
 * it skips is read with the offset from before the gap, so that it lies after it.
 *
 * @throws Error that says what was read and what is expected.
 */
export function parseDateTime(text: string): Temporal.ZonedDateTime {
  const { zone, date, time, utc } = DATE_TIME.exec(text)?.groups ?? {};
  if (!date || (zone && utc)) {
    throw new Error(
      `"${text}" is no date-time: write 20260101T090000Z or TZID=Europe/Berlin:20260101T090000.`,
    );
  }
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, {
      overflow: 'reject',
    }).toZonedDateTime(zone ?? 'UTC', { disambiguation: 'compatible' });
  } catch {
    throw new Error(
      `"${text}" does not exist: look at the date, the time and the name of the zone (IANA, such as Europe/Berlin).`,
    );
  }
}
