import {
  FLOAT,
  INT64,
  method,
  objectType,
  STRING,
} from '../../types/staticType';
import { int64Kind, NamedInteger } from '../namedInteger';
import { Method, ObjectType, ObjectValue, StaticType, Value } from '../value';
import { formatDuration } from './durationText';

/** Go's time.Duration: an int64 of nanoseconds. */
export class Duration extends ObjectValue {
  readonly type = durationType;

  constructor(readonly nanoseconds: bigint) {
    super();
  }

  override text(): string {
    return formatDuration(this.nanoseconds);
  }

  override plain(): Value {
    return this.nanoseconds;
  }

  override integer(): bigint {
    return this.nanoseconds;
  }

  override equals(other: Value): boolean {
    return other instanceof Duration && other.nanoseconds === this.nanoseconds;
  }
}

const methods: Record<string, Method> = {};
const durationType: ObjectType = {
  name: 'time.Duration',
  word: 'time.Duration',
  scalar: true,
  fields: {},
  methods,
};
export const DURATION: StaticType = objectType(durationType);

const FLOAT_UNITS = {
  Hours: 3_600_000_000_000n,
  Minutes: 60_000_000_000n,
  Seconds: 1_000_000_000n,
};
const INT_UNITS = {
  Milliseconds: 1_000_000n,
  Microseconds: 1_000n,
  Nanoseconds: 1n,
};

for (const [name, unit] of Object.entries(FLOAT_UNITS)) {
  methods[name] = method<Duration>({
    result: FLOAT,
    // whole units and the rest apart, as Go does, so that the result is rounded the same way
    call: self =>
      Number(self.nanoseconds / unit) +
      Number(self.nanoseconds % unit) / Number(unit),
  });
}
for (const [name, unit] of Object.entries(INT_UNITS)) {
  methods[name] = method<Duration>({
    result: INT64,
    call: self => NamedInteger.of(int64Kind, self.nanoseconds / unit),
  });
}
methods.String = method<Duration>({
  result: STRING,
  call: self => self.text(),
});
methods.Abs = method<Duration>({
  result: DURATION,
  call: self =>
    new Duration(self.nanoseconds < 0n ? -self.nanoseconds : self.nanoseconds),
});
methods.Truncate = method<Duration>({
  parameters: [DURATION],
  result: DURATION,
  call: (self, [unit]) =>
    new Duration(truncated(self.nanoseconds, (unit as Duration).nanoseconds)),
});
methods.Round = method<Duration>({
  parameters: [DURATION],
  result: DURATION,
  call: (self, [unit]) =>
    new Duration(rounded(self.nanoseconds, (unit as Duration).nanoseconds)),
});

function truncated(value: bigint, unit: bigint): bigint {
  return unit <= 0n ? value : value - (value % unit);
}

/** Halves are rounded away from zero. */
function rounded(value: bigint, unit: bigint): bigint {
  if (unit <= 0n) {
    return value;
  }
  const size = value < 0n ? -value : value;
  const nearest = truncated(size + unit / 2n + (unit % 2n), unit);
  return value < 0n ? -nearest : nearest;
}
