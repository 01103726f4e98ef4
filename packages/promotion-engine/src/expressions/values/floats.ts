/** Go's `strconv.FormatFloat(value, 'g', -1, 64)`, which `%v` and YAML use: an exponent from 1e+06 up and from 1e-05 down. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) {
    return formatInfinite(value);
  }
  if (value === 0) {
    return Object.is(value, -0) ? '-0' : '0';
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 6) {
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(
      Math.abs(power),
    ).padStart(2, '0')}`;
  }
  return String(value);
}

/** As `encoding/json` writes a float; the caller refuses NaN and infinities. */
export function formatJsonFloat(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

export function formatInfinite(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  return value > 0 ? '+Inf' : '-Inf';
}

const DECIMAL = /^[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d[\d_]*)?$/i;
const HEXADECIMAL = /^([+-]?)0x([\da-f_]*)(?:\.([\da-f_]*))?p([+-]?\d[\d_]*)$/i;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/** What is longer is a text, whatever it says. */
const MAX_LENGTH = 2000;

/**
 * Go's `strconv.ParseFloat(text, 64)`: decimal, `0x1p-2`, `Inf`, `NaN`, underscores between digits.
 * `undefined` for what is no number and for what is out of range.
 */
export function parseFloat64(text: string): number | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const infinite = INFINITE.exec(text);
  if (infinite) {
    return infinite[1] === '-' ? -Infinity : Infinity;
  }
  if (/^nan$/i.test(text)) {
    return NaN;
  }
  if (text.includes('_') && !underscoresAllowed(text)) {
    return undefined;
  }
  const hexadecimal = HEXADECIMAL.exec(text);
  const digits = text.replace(/_/g, '');
  if (!hexadecimal && !DECIMAL.test(text)) {
    return undefined;
  }
  const value = hexadecimal ? hexadecimalFloat(hexadecimal) : Number(digits);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function hexadecimalFloat([
  ,
  sign,
  whole,
  fraction = '',
  exponent,
]: RegExpExecArray): number | undefined {
  const digits = (whole + fraction).replace(/_/g, '');
  if (digits === '') {
    return undefined;
  }
  const scale =
    Number(exponent.replace(/_/g, '')) - 4 * fraction.replace(/_/g, '').length;
  const magnitude = scaled(BigInt(`0x${digits}`), scale);
  return sign === '-' ? -magnitude : magnitude;
}

/** mantissa · 2^scale, in steps that neither overflow nor lose bits too early. */
function scaled(mantissa: bigint, scale: number): number {
  const bits = mantissa.toString(2).length;
  if (mantissa === 0n || bits + scale < -1080) {
    return 0;
  }
  if (bits + scale > 1030) {
    return Infinity;
  }
  return scale >= 0
    ? Number(mantissa << BigInt(scale))
    : divided(mantissa, -scale);
}

function divided(mantissa: bigint, shift: number): number {
  const spare = Math.max(0, mantissa.toString(2).length - 1000);
  const value = Number(mantissa >> BigInt(spare));
  const rest = shift - spare;
  const half = Math.floor(rest / 2);
  return value / 2 ** half / 2 ** (rest - half);
}

/** An underscore stands between digits, or between `0x` and a digit. */
function underscoresAllowed(text: string): boolean {
  const unsigned = text.replace(/^[+-]/, '');
  const hexadecimal = /^0x/i.test(unsigned);
  const prefixed = /^0[xbo]/i.test(unsigned);
  const body = prefixed ? `0${unsigned.slice(2)}` : unsigned;
  const digit = hexadecimal ? '[0-9a-fA-F]' : '[0-9]';
  return new RegExp(`^(?:[^_]|(?<=${digit})_(?=${digit}))*$`).test(body);
}
