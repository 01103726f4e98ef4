import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** The offsets of a zone between two moments, one observance for each change (RFC 5545, 3.6.5). */
export function zoneComponent(
  zone: string,
  { since, until }: { since: number; until: number },
): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.updatePropertyWithValue('tzid', zone);
  const start =
    Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone);
  let change = start.getTimeZoneTransition('previous') ?? start;
  for (;;) {
    component.addSubcomponent(observance(change));
    const next = change.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > until) return component;
    change = next;
  }
}

function observance(change: Temporal.ZonedDateTime): ICAL.Component {
  const before = change.subtract({ nanoseconds: 1 });
  const later = change.offsetNanoseconds > before.offsetNanoseconds;
  const component = new ICAL.Component(later ? 'daylight' : 'standard');
  // the clock before the change reads this when it comes
  const local = change.toInstant().toZonedDateTimeISO(before.offset);
  const property = new ICAL.Property('dtstart');
  property.setValue(
    ICAL.Time.fromDateTimeString(
      local.toPlainDateTime().toString({ smallestUnit: 'second' }),
    ),
  );
  component.addProperty(property);
  for (const [name, { offset }] of [
    ['tzoffsetfrom', before],
    ['tzoffsetto', change],
  ] as const)
    component.updatePropertyWithValue(name, ICAL.UtcOffset.fromString(offset));
  return component;
}
