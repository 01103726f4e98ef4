import { daysInMonth } from './calendar';
import { offsetForm, splitLayout } from './layout';
import { MONTHS, WEEKDAYS } from './names';
import { Time } from './time';
import { fixedZone, UTC, Zone } from './zone';

/** What has been read so far; a zone is known by its offset or by its name. */
interface Reading {
  rest: string;
  year: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  afternoon?: boolean;
  offset?: number;
  zone?: string;
}

/** Go's `time.ParseInLocation`; `undefined` where the text does not fit the layout. */
export function parseTime(
  text: string,
  layout: string,
  zone: Zone,
): Time | undefined {
  const reading: Reading = {
    rest: text,
    year: 0,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
  };
  const parts = splitLayout(layout);
  const fits = parts.every((part, index) =>
    part.field
      ? readField(reading, part.text, parts[index + 1]?.text ?? '')
      : readLiteral(reading, part.text),
  );
  return fits && reading.rest === '' ? build(reading, zone) : undefined;
}

/** Blanks in the layout match any number of blanks. */
function readLiteral(reading: Reading, literal: string): boolean {
  const words = literal.split(/( +)/);
  for (const word of words) {
    if (word.startsWith(' ')) {
      if (reading.rest !== '' && !reading.rest.startsWith(' ')) {
        return false;
      }
      reading.rest = reading.rest.replace(/^ +/, '');
    } else if (reading.rest.startsWith(word)) {
      reading.rest = reading.rest.slice(word.length);
    } else {
      return false;
    }
  }
  return true;
}

interface NumberField {
  pattern: RegExp;
  set(reading: Reading, value: number): boolean;
}

const inRange = (value: number, low: number, high: number) =>
  value >= low && value <= high;
const set =
  (
    key: 'month' | 'day' | 'hour' | 'minute' | 'second' | 'yearDay',
    low: number,
    high: number,
  ) =>
  (reading: Reading, value: number) => {
    reading[key] = value;
    return inRange(value, low, high);
  };
const setHour12 = (reading: Reading, value: number) => {
  reading.hour = value;
  return inRange(value, 0, 12);
};

const setYear = (reading: Reading, value: number) => {
  reading.year = value;
  return true;
};

const NUMBERS: Readonly<Record<string, NumberField>> = {
  '2006': {
    pattern: /^\d{4}/,
    set: setYear,
  },
  '06': {
    pattern: /^\d{2}/,
    set: (reading, value) =>
      setYear(reading, value + (value >= 69 ? 1900 : 2000)),
  },
  '01': { pattern: /^\d{2}/, set: set('month', 1, 12) },
  '1': { pattern: /^\d{1,2}/, set: set('month', 1, 12) },
  '02': { pattern: /^\d{2}/, set: set('day', 0, 99) },
  _2: { pattern: /^ ?\d{1,2}/, set: set('day', 0, 99) },
  '2': { pattern: /^\d{1,2}/, set: set('day', 0, 99) },
  '002': { pattern: /^\d{3}/, set: set('yearDay', 1, 366) },
  __2: { pattern: /^ {0,2}\d{1,3}/, set: set('yearDay', 1, 366) },
  '15': { pattern: /^\d{1,2}/, set: set('hour', 0, 23) },
  '03': { pattern: /^\d{2}/, set: setHour12 },
  '3': { pattern: /^\d{1,2}/, set: setHour12 },
  '04': { pattern: /^\d{2}/, set: set('minute', 0, 59) },
  '4': { pattern: /^\d{1,2}/, set: set('minute', 0, 59) },
  '05': { pattern: /^\d{2}/, set: set('second', 0, 59) },
  '5': { pattern: /^\d{1,2}/, set: set('second', 0, 59) },
};

function readField(
  reading: Reading,
  field: string,
  following: string,
): boolean {
  const number = NUMBERS[field];
  if (number) {
    const text = take(reading, number.pattern);
    const valid = text !== undefined && number.set(reading, Number(text));
    return (
      valid && (!/^0?5$/.test(field) || readLooseFraction(reading, following))
    );
  }
  return (
    readWord(reading, field) ??
    readZone(reading, field) ??
    readFraction(reading, field)
  );
}

function take(reading: Reading, pattern: RegExp): string | undefined {
  const match = pattern.exec(reading.rest)?.[0];
  reading.rest = reading.rest.slice(match?.length ?? 0);
  return match;
}

/** After the seconds a fraction may stand even if the layout has none. */
function readLooseFraction(reading: Reading, following: string): boolean {
  if (!/^[.,][09]/.test(following)) {
    const fraction = take(reading, /^[.,]\d+/);
    reading.nanosecond = fraction ? nanoseconds(fraction) : 0;
  }
  return true;
}

function readFraction(reading: Reading, field: string): boolean {
  // `.999` may be absent, `.000` has exactly its digits
  const fraction = take(
    reading,
    field[1] === '9' ? /^[.,]\d+/ : new RegExp(`^[.,]\\d{${field.length - 1}}`),
  );
  reading.nanosecond = fraction ? nanoseconds(fraction) : reading.nanosecond;
  return fraction !== undefined || field[1] === '9';
}

function nanoseconds(fraction: string): number {
  return Number(fraction.slice(1, 10).padEnd(9, '0'));
}

function readWord(reading: Reading, field: string): boolean | undefined {
  switch (field) {
    case 'January':
    case 'Jan': {
      const index = takeName(reading, MONTHS, field === 'Jan');
      reading.month = index + 1;
      return index >= 0;
    }
    case 'Monday':
    case 'Mon':
      return takeName(reading, WEEKDAYS, field === 'Mon') >= 0;
    case 'PM':
    case 'pm': {
      const word = take(reading, field === 'PM' ? /^[AP]M/ : /^[ap]m/);
      reading.afternoon = word?.toUpperCase() === 'PM';
      return word !== undefined;
    }
    default:
      return undefined;
  }
}

function takeName(
  reading: Reading,
  names: readonly string[],
  short: boolean,
): number {
  const start = reading.rest.toLowerCase();
  const index = names.findIndex(name =>
    start.startsWith((short ? name.slice(0, 3) : name).toLowerCase()),
  );
  reading.rest =
    index < 0
      ? reading.rest
      : reading.rest.slice(short ? 3 : names[index].length);
  return index;
}

function readZone(reading: Reading, field: string): boolean | undefined {
  if (field === 'MST') {
    reading.zone = take(
      reading,
      /^(UTC|GMT[+-]\d{1,2}|ChST|MeST|[A-Z]{3}(?![A-Z])|[A-Z]{3}T(?![A-Z])|[A-Z]{4}T|[+-]\d\d(?!\d))/,
    );
    return reading.zone !== undefined;
  }
  const form = offsetForm(field);
  if (!form) {
    return undefined;
  }
  if (form.zulu && take(reading, /^Z/)) {
    reading.zone = 'UTC';
    return true;
  }
  const parts = Array(form.parts)
    .fill('(\\d\\d)')
    .join(form.colon ? ':' : '');
  const text = take(reading, new RegExp(`^[+-]${parts}`));
  const [hours = 0, minutes = 0, seconds = 0] = (
    text?.match(/\d\d/g) ?? []
  ).map(Number);
  reading.offset =
    (text?.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
  return text !== undefined && hours <= 24 && minutes < 60 && seconds < 60;
}

function build(reading: Reading, zone: Zone): Time | undefined {
  const civil = {
    year: reading.year,
    month: reading.month ?? 1,
    day: reading.day ?? 1,
    hour:
      reading.afternoon && reading.hour < 12 ? reading.hour + 12 : reading.hour,
    minute: reading.minute,
    second: reading.second,
  };
  if (reading.afternoon === false && reading.hour === 12) {
    civil.hour = 0;
  }
  if (reading.yearDay !== undefined && reading.month === undefined) {
    civil.day = reading.yearDay;
  } else if (
    civil.day < 1 ||
    civil.day > daysInMonth(civil.year, civil.month)
  ) {
    return undefined;
  }
  const at = (where: Zone) => Time.at(civil, reading.nanosecond, where);
  if (reading.offset !== undefined) {
    const moment = at(fixedZone('', reading.offset));
    return zone.offsetAt(moment.seconds) === reading.offset
      ? moment.in(zone)
      : moment;
  }
  return reading.zone === undefined
    ? at(zone)
    : inNamedZone(at, reading.zone, zone);
}

/** The default zone's own abbreviation is that zone; an unknown one says nothing about the offset. */
function inNamedZone(at: (zone: Zone) => Time, name: string, zone: Zone): Time {
  if (name === 'UTC') {
    return at(UTC);
  }
  const local = at(zone);
  if (zone.abbreviationAt(local.seconds) === name) {
    return local;
  }
  const hours = /^GMT([+-]\d+)$/.exec(name)?.[1];
  return at(fixedZone(name, Number(hours ?? 0) * 3600));
}
