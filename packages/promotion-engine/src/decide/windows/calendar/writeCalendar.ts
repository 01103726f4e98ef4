import ICAL from 'ical.js';
import { PromotionWindow } from '../../../model/promotionWindow';
import { parseDateTime } from '../parseDateTime';
import { KIND_PROPERTY } from './kindProperty';
import { zoneComponent } from './zoneComponent';

/** A window as an event, with what people want to read of it. */
export interface CalendarEvent {
  /** The same for the same window, whenever it is written. */
  uid: string;
  window: PromotionWindow;
  /** Sentence below the name. */
  description?: string;
  link?: string;
}

/**
 * Windows as an iCalendar file (RFC 5545), with the zones that they name.
 * @param stamp - ISO 8601: when it is written
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  stamp: string,
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Stevedore//Windows//EN');
  const from = new Map<string, number>();
  for (const { window } of events) {
    const start = parseDateTime(window.dtstart);
    if (start.timeZoneId === 'UTC') continue;
    const known = from.get(start.timeZoneId) ?? Infinity;
    from.set(start.timeZoneId, Math.min(known, start.epochMilliseconds));
  }
  for (const [zone, since] of from)
    calendar.addSubcomponent(
      zoneComponent(zone, {
        since,
        until: Math.max(since, Date.parse(stamp)) + FIVE_YEARS_MS,
      }),
    );
  for (const event of events) calendar.addSubcomponent(eventOf(event, stamp));
  return `${calendar.toString()}\r\n`;
}

/** How far ahead the rules of a zone are written out. */
const FIVE_YEARS_MS = 5 * 366 * 24 * 60 * 60 * 1000;

function eventOf(
  { uid, window, description, link }: CalendarEvent,
  stamp: string,
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', uid);
  event.updatePropertyWithValue(
    'dtstamp',
    ICAL.Time.fromJSDate(new Date(stamp), true),
  );
  event.updatePropertyWithValue('summary', window.name);
  addTime(event, 'dtstart', window.dtstart);
  addTime(event, 'dtend', window.dtend);
  if (window.rrule)
    event.updatePropertyWithValue(
      'rrule',
      ICAL.Recur.fromString(window.rrule.replace(/^RRULE:/, '')),
    );
  if (description) event.updatePropertyWithValue('description', description);
  if (link) event.updatePropertyWithValue('url', link);
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  event.updatePropertyWithValue(KIND_PROPERTY, window.kind);
  return event;
}

function addTime(event: ICAL.Component, name: string, text: string): void {
  const moment = parseDateTime(text);
  const utc = moment.timeZoneId === 'UTC';
  const clock = moment.toPlainDateTime().toString({ smallestUnit: 'second' });
  const property = new ICAL.Property(name);
  property.setValue(ICAL.Time.fromDateTimeString(`${clock}${utc ? 'Z' : ''}`));
  if (!utc) property.setParameter('tzid', moment.timeZoneId);
  event.addProperty(property);
}
