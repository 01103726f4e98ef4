import {
  BOOL,
  INT,
  INT64,
  method,
  objectType,
  STRING,
} from '../../types/staticType';
import { int64Kind, NamedInteger, namedKind } from '../namedInteger';
import { toInt } from '../numbers';
import { Method, ObjectType, ObjectValue, StaticType, Value } from '../value';
import {
  Civil,
  civilToSeconds,
  isoYear,
  secondsToCivil,
  weekday,
  yearDay,
} from './calendar';
import { Duration, DURATION } from './duration';
import { formatTime, Moment, RFC3339_NANO } from './formatTime';
import { Location, LOCATION } from './location';
import { MONTHS, WEEKDAYS } from './names';
import { UTC, Zone } from './zone';

const SECOND = 1_000_000_000n;
const MAX = 2n ** 63n - 1n;

/** Go's time.Time: a moment (nanoseconds since 1970) and the zone that it is shown in. */
export class Time extends ObjectValue implements Moment {
  readonly type = timeType;

  constructor(readonly nanoseconds: bigint, readonly zone: Zone = UTC) {
    super();
  }

  /** A calendar of another place is slow to ask. */
  override get cost(): number {
    return this.zone === UTC ? 20 : 600;
  }

  /** Go's `time.Date`: parts overflow; a time that the clocks skip is moved by the change. */
  static at(civil: Civil, nanosecond: number, zone: Zone): Time {
    const wall = civilToSeconds(civil);
    const first = zone.offsetAt(wall);
    const offset = first === 0 ? 0 : zone.offsetAt(wall - first);
    return new Time(BigInt(wall - offset) * SECOND + BigInt(nanosecond), zone);
  }

  /** Seconds since 1970, rounded down. */
  get seconds(): number {
    return Number((this.nanoseconds - BigInt(this.nanosecond)) / SECOND);
  }

  /** The part below a second. */
  get nanosecond(): number {
    return Number(((this.nanoseconds % SECOND) + SECOND) % SECOND);
  }

  get offset(): number {
    return this.zone.offsetAt(this.seconds);
  }

  /** What a clock and a calendar in the zone show. */
  get civil(): Civil {
    return secondsToCivil(this.seconds + this.offset);
  }

  in(zone: Zone): Time {
    return new Time(this.nanoseconds, zone);
  }

  plus(nanoseconds: bigint): Time {
    return new Time(this.nanoseconds + nanoseconds, this.zone);
  }

  /** A difference beyond what a duration holds is the longest duration. */
  since(earlier: Time): Duration {
    const difference = this.nanoseconds - earlier.nanoseconds;
    const longest = difference < 0n ? -MAX - 1n : MAX;
    return new Duration(
      BigInt.asIntN(64, difference) === difference ? difference : longest,
    );
  }

  /** Go's `Time.String`. */
  override text(): string {
    return formatTime(this, '2006-01-02 15:04:05.999999999 -0700 MST');
  }

  override plain(): Value {
    return formatTime(this, RFC3339_NANO);
  }

  /** `==` asks for the same moment, whatever the zone. */
  override equals(other: Value): boolean {
    return other instanceof Time && other.nanoseconds === this.nanoseconds;
  }
}

const methods: Record<string, Method> = {};
const timeType: ObjectType = {
  name: 'time.Time',
  word: 'time.Time',
  fields: {},
  methods,
};
export const TIME: StaticType = objectType(timeType);

const monthKind = namedKind('time.Month', ['', ...MONTHS], STRING);
const weekdayKind = namedKind('time.Weekday', WEEKDAYS, STRING);

const int64 = (value: bigint) => NamedInteger.of(int64Kind, value);
const nanoseconds = (value: Value) => (value as Duration).nanoseconds;

const INTEGERS: Record<string, (time: Time) => number> = {
  Year: time => time.civil.year,
  Day: time => time.civil.day,
  Hour: time => time.civil.hour,
  Minute: time => time.civil.minute,
  Second: time => time.civil.second,
  Nanosecond: time => time.nanosecond,
  YearDay: time => yearDay(time.civil),
  // Go returns year and week; an expression sees the first of two results
  ISOWeek: time => isoYear(time.civil),
};
for (const [name, read] of Object.entries(INTEGERS)) {
  methods[name] = method<Time>({
    result: INT,
    call: self => BigInt(read(self)),
  });
}

const UNIX: Record<string, bigint> = {
  Unix: 1_000_000_000n,
  UnixMilli: 1_000_000n,
  UnixMicro: 1_000n,
  UnixNano: 1n,
};
for (const [name, unit] of Object.entries(UNIX)) {
  methods[name] = method<Time>({
    result: INT64,
    // rounded down, also before 1970
    call: ({ nanoseconds: moment }) =>
      int64((moment - (((moment % unit) + unit) % unit)) / unit),
  });
}

const COMPARISONS: Record<string, (left: bigint, right: bigint) => boolean> = {
  Before: (left, right) => left < right,
  After: (left, right) => left > right,
  Equal: (left, right) => left === right,
};
for (const [name, holds] of Object.entries(COMPARISONS)) {
  methods[name] = method<Time>({
    parameters: [TIME],
    result: BOOL,
    call: (self, [other]) =>
      holds(self.nanoseconds, (other as Time).nanoseconds),
  });
}

Object.assign(methods, {
  Month: method<Time>({
    result: objectType(monthKind.type),
    call: self => NamedInteger.of(monthKind, BigInt(self.civil.month)),
  }),
  Weekday: method<Time>({
    result: objectType(weekdayKind.type),
    call: self => NamedInteger.of(weekdayKind, BigInt(weekday(self.civil))),
  }),
  Compare: method<Time>({
    parameters: [TIME],
    result: INT,
    call: (self, [other]) =>
      BigInt(
        Number(self.nanoseconds > (other as Time).nanoseconds) -
          Number(self.nanoseconds < (other as Time).nanoseconds),
      ),
  }),
  IsZero: method<Time>({
    result: BOOL,
    call: self => self.nanoseconds === -62135596800n * 1_000_000_000n,
  }),
  Format: method<Time>({
    parameters: [STRING],
    result: STRING,
    call: (self, [layout]) => formatTime(self, layout as string),
  }),
  String: method<Time>({ result: STRING, call: self => self.text() }),
  Add: method<Time>({
    parameters: [DURATION],
    result: TIME,
    call: (self, [by]) => self.plus(nanoseconds(by)),
  }),
  Sub: method<Time>({
    parameters: [TIME],
    result: DURATION,
    call: (self, [other]) => self.since(other as Time),
  }),
  AddDate: method<Time>({
    parameters: [INT, INT, INT],
    result: TIME,
    call: addDate,
  }),
  Truncate: method<Time>({
    parameters: [DURATION],
    result: TIME,
    call: (self, [unit]) => self.plus(-sinceYearOne(self, nanoseconds(unit))),
  }),
  Round: method<Time>({
    parameters: [DURATION],
    result: TIME,
    call: (self, [unit]) => {
      const rest = sinceYearOne(self, nanoseconds(unit));
      const down = rest * 2n < nanoseconds(unit) || rest === 0n;
      return self.plus(down ? -rest : nanoseconds(unit) - rest);
    },
  }),
  UTC: method<Time>({ result: TIME, call: self => self.in(UTC) }),
  Local: method<Time>({ result: TIME, call: self => self.in(UTC) }),
  In: method<Time>({
    parameters: [LOCATION],
    result: TIME,
    call: (self, [where]) => self.in((where as Location).zone),
  }),
  Location: method<Time>({
    result: LOCATION,
    call: self => new Location(self.zone),
  }),
});

function addDate(self: Time, args: readonly Value[]): Time {
  const [years, months, days] = args.map(value => Number(toInt(value)));
  const { civil } = self;
  const moved = {
    ...civil,
    year: civil.year + years,
    month: civil.month + months,
    day: civil.day + days,
  };
  return Time.at(moved, self.nanosecond, self.zone);
}

/** How far the time is past a multiple of `unit`, counted from the year 1 as Go counts. */
function sinceYearOne(time: Time, unit: bigint): bigint {
  return unit <= 0n
    ? 0n
    : (((time.nanoseconds + 62135596800n * 1_000_000_000n) % unit) + unit) %
        unit;
}
