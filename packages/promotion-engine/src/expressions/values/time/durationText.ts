const MICROSECOND = 1_000n;
const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;

/** Go's `Duration.String`: `1h30m0s`, `1.5ms`. */
export function formatDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size === 0n) {
    return '0s';
  }
  if (size < SECOND) {
    const [unit, name] = SMALL_UNITS.find(([length]) => size >= length)!;
    return `${sign}${decimal(size, unit)}${name}`;
  }
  const hours = size / HOUR;
  const minutes = (size % HOUR) / MINUTE;
  const head =
    (hours > 0n ? `${hours}h` : '') +
    (hours + minutes > 0n ? `${minutes}m` : '');
  return `${sign}${head}${decimal(size % MINUTE, SECOND)}s`;
}

const SMALL_UNITS: readonly [bigint, string][] = [
  [MILLISECOND, 'ms'],
  [MICROSECOND, 'µs'],
  [1n, 'ns'],
];

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: MICROSECOND,
  µs: MICROSECOND,
  μs: MICROSECOND,
  ms: MILLISECOND,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};
/** Longer texts hold nothing but zeros that say nothing. */
const MAX_LENGTH = 1000;
const MAX_INT64 = 2n ** 63n - 1n;

/** Go's `time.ParseDuration`, in nanoseconds; `undefined` for anything else. */
export function parseDuration(text: string): bigint | undefined {
  const [, sign, body] = /^([+-]?)(.*)$/s.exec(text)!;
  if (body.length > MAX_LENGTH) {
    return undefined;
  }
  if (body === '0') {
    return 0n;
  }
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(body)) {
    return undefined;
  }
  let total = 0n;
  for (const [, whole, fraction = '', unit] of body.matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    total +=
      BigInt(whole || '0') * UNITS[unit] +
      (BigInt(fraction || '0') * UNITS[unit]) / 10n ** BigInt(fraction.length);
  }
  if (total > MAX_INT64 + (sign === '-' ? 1n : 0n)) {
    return undefined;
  }
  return sign === '-' ? -total : total;
}

function decimal(value: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1;
  const fraction = (value % unit)
    .toString()
    .padStart(digits, '0')
    .slice(0, digits)
    .replace(/0+$/, '');
  return `${value / unit}${fraction ? `.${fraction}` : ''}`;
}
