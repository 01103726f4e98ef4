import { Civil, weekday, yearDay } from './calendar';
import { offsetForm, splitLayout } from './layout';
import { MONTHS, WEEKDAYS } from './names';
import type { Zone } from './zone';

/** What a layout can show of a time. */
export interface Moment {
  readonly civil: Civil;
  readonly seconds: number;
  readonly nanosecond: number;
  readonly offset: number;
  readonly zone: Zone;
}

export const RFC3339_NANO = '2006-01-02T15:04:05.999999999Z07:00';

/** Go's `Time.Format`. */
export function formatTime(time: Moment, layout: string): string {
  const { civil } = time;
  return splitLayout(layout)
    .map(part => (part.field ? formatField(part.text, time, civil) : part.text))
    .join('');
}

const CALENDAR: Readonly<Record<string, (civil: Civil) => string>> = {
  January: civil => MONTHS[civil.month - 1],
  Jan: civil => MONTHS[civil.month - 1].slice(0, 3),
  Monday: civil => WEEKDAYS[weekday(civil)],
  Mon: civil => WEEKDAYS[weekday(civil)].slice(0, 3),
  '2006': civil =>
    civil.year < 0 ? `-${pad(-civil.year, 4)}` : pad(civil.year, 4),
  '06': civil => pad(((civil.year % 100) + 100) % 100),
  '01': civil => pad(civil.month),
  '1': civil => String(civil.month),
  '02': civil => pad(civil.day),
  _2: civil => String(civil.day).padStart(2),
  '2': civil => String(civil.day),
  '002': civil => pad(yearDay(civil), 3),
  __2: civil => String(yearDay(civil)).padStart(3),
  '15': civil => pad(civil.hour),
  '03': civil => pad(civil.hour % 12 || 12),
  '3': civil => String(civil.hour % 12 || 12),
  '04': civil => pad(civil.minute),
  '4': civil => String(civil.minute),
  '05': civil => pad(civil.second),
  '5': civil => String(civil.second),
  PM: civil => (civil.hour < 12 ? 'AM' : 'PM'),
  pm: civil => (civil.hour < 12 ? 'am' : 'pm'),
};

function formatField(field: string, time: Moment, civil: Civil): string {
  if (field in CALENDAR) {
    return CALENDAR[field](civil);
  }
  if (field === 'MST') {
    return (
      time.zone.abbreviationAt(time.seconds) ||
      offsetText(time.offset, {
        colon: false,
        // zones of the database have a name like +03, an offset alone has none
        parts: time.zone.name === '' || time.offset % 3600 ? 2 : 1,
      })
    );
  }
  const form = offsetForm(field);
  if (form) {
    return form.zulu && time.offset === 0 ? 'Z' : offsetText(time.offset, form);
  }
  return fraction(field, time.nanosecond);
}

function offsetText(
  offset: number,
  form: { colon: boolean; parts: number },
): string {
  const size = Math.abs(offset);
  const parts = [
    Math.floor(size / 3600),
    Math.floor(size / 60) % 60,
    size % 60,
  ].slice(0, form.parts);
  return `${offset < 0 ? '-' : '+'}${parts
    .map(part => pad(part))
    .join(form.colon ? ':' : '')}`;
}

/** `.000` is always written, `.999` without trailing zeros and only if anything is left. */
function fraction(field: string, nanosecond: number): string {
  const digits = pad(nanosecond, 9).slice(0, field.length - 1);
  const kept = field[1] === '9' ? digits.replace(/0+$/, '') : digits;
  return kept === '' ? '' : field[0] + kept;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
