import { Temporal } from 'temporal-polyfill';
import { parseDateTime } from './parseDateTime';

/**
 * A moment as people and programs write it, as windows keep it: `2026-05-04T18:00:00Z` and `…+02:00` name an
 * instant, `2026-05-04T18:00` is the clock of the zone (UTC without one), and what a calendar writes stays as it is.
 *
 * @param zone - IANA name; the window then follows its clock
 * @throws Error that says what was read and what is expected
 */
export function readMoment(text: string, zone?: string): string {
  if (/^TZID=|^\d{8}T/.test(text)) {
    const named = zone && /^\d{8}T\d{6}$/.test(text);
    const moment = named ? `TZID=${zone}:${text}` : text;
    parseDateTime(moment);
    return moment;
  }
  try {
    const instant = /(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text);
    if (instant)
      return written(
        Temporal.Instant.from(text).toZonedDateTimeISO(zone ?? 'UTC'),
        zone,
      );
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return written(local.toZonedDateTime(zone ?? 'UTC'), zone);
  } catch {
    throw new Error(
      `"${text}"${
        zone ? ` in ${zone}` : ''
      } is no moment: write 2026-05-04T18:00:00Z, or 2026-05-04T18:00 with the name of a zone (IANA, such as Europe/Berlin).`,
    );
  }
}

function written(moment: Temporal.ZonedDateTime, zone?: string): string {
  const clock = moment
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');
  return zone && zone !== 'UTC' ? `TZID=${zone}:${clock}` : `${clock}Z`;
}
