import ICAL from 'ical.js';
import { PromotionWindow, WindowKind } from '../../../model/promotionWindow';
import { checkWindow } from '../checkWindow';
import { KIND_PROPERTY } from './kindProperty';

export interface ReadCalendar {
  windows: PromotionWindow[];
  /** Events that are no windows here, each with the reason. */
  skipped: { name: string; why: string }[];
}

/**
 * The events of an iCalendar file (RFC 5545) as windows. A day without a time is from midnight to midnight on the
 * clock of `zone`. What windows cannot say (single instances that were moved or left out) is skipped, with a reason.
 *
 * @throws Error for a text that is no calendar
 */
export function readCalendar(
  text: string,
  { kind, zone = 'UTC' }: { kind: WindowKind; zone?: string },
): ReadCalendar {
  const answer: ReadCalendar = { windows: [], skipped: [] };
  for (const event of eventsOf(text)) {
    const name = textOf(event, 'summary') ?? 'unnamed';
    const why = whyNot(event);
    if (why) {
      answer.skipped.push({ name, why });
      continue;
    }
    try {
      const window = windowOf(event, { name, kind, zone });
      checkWindow(window);
      answer.windows.push(window);
    } catch (error) {
      answer.skipped.push({ name, why: (error as Error).message });
    }
  }
  return answer;
}

function eventsOf(text: string): ICAL.Component[] {
  try {
    const calendars = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (calendars.name !== 'vcalendar') throw new Error(calendars.name);
    return calendars.getAllSubcomponents('vevent');
  } catch {
    throw new Error(
      'That is no calendar: give the text of one iCalendar file, which begins with BEGIN:VCALENDAR.',
    );
  }
}

function whyNot(event: ICAL.Component): string | undefined {
  if (textOf(event, 'status')?.toUpperCase() === 'CANCELLED')
    return 'it is cancelled';
  for (const property of ['exdate', 'rdate', 'exrule', 'recurrence-id'])
    if (event.hasProperty(property))
      return `it has ${property.toUpperCase()}, and a window has none: make windows of its parts`;
  if (event.getAllProperties('rrule').length > 1)
    return 'it has more than one RRULE';
  if (!event.hasProperty('dtstart')) return 'it has no DTSTART';
  return undefined;
}

function windowOf(
  event: ICAL.Component,
  at: { name: string; kind: WindowKind; zone: string },
): PromotionWindow {
  const start = event.getFirstProperty('dtstart')!;
  const end = event.getFirstProperty('dtend');
  const rrule = event.getFirstPropertyValue('rrule');
  const own = textOf(event, KIND_PROPERTY);
  return {
    name: at.name,
    kind: own === 'Allow' || own === 'Deny' ? own : at.kind,
    dtstart: momentOf(start, at.zone),
    dtend: end ? momentOf(end, at.zone) : endOf(event, start, at.zone),
    ...(rrule ? { rrule: rrule.toString() } : {}),
  };
}

/** RFC 5545, 3.6.1: a duration in the place of an end; without either a day, or no time at all. */
function endOf(
  event: ICAL.Component,
  start: ICAL.Property,
  zone: string,
): string {
  const time = timeOf(start).clone();
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) time.addDuration(duration);
  else if (time.isDate) time.adjust(1, 0, 0, 0);
  return written(time, start, zone);
}

const timeOf = (property: ICAL.Property): ICAL.Time =>
  property.getFirstValue() as unknown as ICAL.Time;

const momentOf = (property: ICAL.Property, zone: string): string =>
  written(timeOf(property), property, zone);

function written(
  time: ICAL.Time,
  property: ICAL.Property,
  zone: string,
): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  const date = `${`${time.year}`.padStart(4, '0')}${two(time.month)}${two(
    time.day,
  )}`;
  const clock = time.isDate
    ? '000000'
    : `${two(time.hour)}${two(time.minute)}${two(time.second)}`;
  if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone)
    return `${date}T${clock}Z`;
  const tzid = property.getParameter('tzid');
  const named = typeof tzid === 'string' ? tzid : zone;
  return named === 'UTC'
    ? `${date}T${clock}Z`
    : `TZID=${named}:${date}T${clock}`;
}

function textOf(event: ICAL.Component, name: string): string | undefined {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
