import { Fault } from '../errors';
import type { Budget } from '../limits';
import { STRING } from '../types/staticType';
import { typeName } from '../values/describe';
import { Duration, DURATION } from '../values/time/duration';
import { parseDuration } from '../values/time/durationText';
import { Location, LOCATION } from '../values/time/location';
import { parseTime } from '../values/time/parseTime';
import { Time, TIME } from '../values/time/time';
import { loadZone, UTC, Zone } from '../values/time/zone';
import type { CallContext, StaticType, Value } from '../values/value';
import {
  FunctionSet,
  functionSet,
  judged,
  requireCount,
  typed,
} from './definition';

/** expr-lang's `now`, `date`, `duration` and `timezone`: Go's package time. */
export const timeFunctions: FunctionSet = functionSet({
  now: typed({ signatures: [{ parameters: [] }], result: TIME, call: now }),
  date: judged(checkDate, date),
  duration: typed({
    signatures: [{ parameters: [STRING] }],
    result: DURATION,
    call: ([text], { budget }) => duration(text as string, budget),
  }),
  timezone: typed({
    signatures: [{ parameters: [STRING] }],
    result: LOCATION,
    call: ([name], { budget }) =>
      new Location(zoneNamed(name as string, budget)),
  }),
});

/** The layouts that `date(text)` tries, in expr-lang's order. */
const LAYOUTS = [
  '2006-01-02',
  '15:04:05',
  '2006-01-02 15:04:05',
  '2006-01-02T15:04:05Z07:00',
  '02 Jan 06 15:04 MST',
  'Monday, 02-Jan-06 15:04:05 MST',
  'Mon, 02 Jan 2006 15:04:05 MST',
];

/** The clock is the caller's: the same evaluation at another time must be able to see the same moment. */
function now(_args: readonly Value[], context: CallContext): Time {
  if (context.now === undefined) {
    throw new Fault('now() is not available here');
  }
  return new Time(BigInt(Math.trunc(context.now)) * 1_000_000n);
}

function checkDate(_name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1, 4);
  return TIME;
}

/** `date([zone,] text [, layout [, zone name]])`. */
function date(args: readonly Value[], { budget }: CallContext): Time {
  const [first, ...others] = args;
  const inZone = first instanceof Location;
  const texts = (inZone ? others : args).map(requireText);
  if (texts.length === 0 || texts.length > 3) {
    throw new Fault('invalid number of arguments for date');
  }
  const [text, layout, zoneName] = texts;
  const given = inZone ? first.zone : UTC;
  const zone = zoneName === undefined ? given : zoneNamed(zoneName, budget);
  const layouts = layout === undefined ? LAYOUTS : [layout];
  budget.step(zone === UTC ? 200 : 1000);
  const parsed = layouts
    .map(candidate => parseTime(text, candidate, zone))
    .find(time => time !== undefined);
  if (!parsed) {
    throw new Fault(
      layout === undefined
        ? `invalid date ${text}`
        : `cannot parse "${text}" as "${layout}"`,
    );
  }
  return parsed;
}

function requireText(value: Value): string {
  if (typeof value !== 'string') {
    throw new Fault(`expected a string, got ${typeName(value)}`);
  }
  return value;
}

function duration(text: string, budget: Budget): Duration {
  budget.step(40);
  const nanoseconds = parseDuration(text);
  if (nanoseconds === undefined) {
    throw new Fault(`invalid duration "${text}"`);
  }
  return new Duration(nanoseconds);
}

/** The first look at a zone takes a millisecond. */
function zoneNamed(name: string, budget: Budget): Zone {
  budget.step(3000);
  const zone = loadZone(name);
  if (!zone) {
    throw new Fault(`unknown time zone ${name}`);
  }
  return zone;
}
