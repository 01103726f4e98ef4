/**
 * Go's `math.Pow`, by squaring the fraction and adding up the powers of two: JavaScript's own power differs from it
 * in the last digit now and then.
 */
export function goPower(base: number, exponent: number): number {
  const special = specialPower(base, exponent);
  if (special !== undefined) return special;
  const size = Math.abs(exponent);
  let whole = Math.trunc(size);
  let part = size - whole;
  if (part !== 0 && base < 0) return NaN;
  if (part > 0.5) {
    part -= 1;
    whole += 1;
  }
  const start = part === 0 ? 1 : Math.exp(part * Math.log(base));
  const { fraction, exponent: power } = wholePower(base, { start, whole });
  return exponent < 0 ? scale(1 / fraction, -power) : scale(fraction, power);
}

function specialPower(base: number, exponent: number): number | undefined {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1) return base;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  if (exponent === 0.5 && Number.isFinite(base)) return Math.sqrt(base);
  if (exponent === -0.5 && Number.isFinite(base) && base !== 0)
    return 1 / Math.sqrt(base);
  // the rest of what is special, JavaScript does alike
  const usual =
    base === 0 || !Number.isFinite(base) || Math.abs(exponent) >= 2 ** 63;
  return usual || !Number.isFinite(exponent) ? base ** exponent : undefined;
}

interface Scaled {
  /** Below 1. */
  fraction: number;
  exponent: number;
}

/** Further powers of two are out of the range of a float anyway. */
const FURTHEST = 4096;

function wholePower(
  base: number,
  { start, whole }: { start: number; whole: number },
): Scaled {
  let fraction = start;
  let exponent = 0;
  let square = split(base);
  for (let left = BigInt(whole); left !== 0n; left >>= 1n) {
    if (Math.abs(square.exponent) > FURTHEST) {
      exponent += square.exponent;
      break;
    }
    if (left & 1n) {
      fraction *= square.fraction;
      exponent += square.exponent;
    }
    square = squared(square);
  }
  return { fraction, exponent };
}

function squared({ fraction, exponent }: Scaled): Scaled {
  const product = fraction * fraction;
  return product < 0.5
    ? { fraction: product + product, exponent: 2 * exponent - 1 }
    : { fraction: product, exponent: 2 * exponent };
}

/** Go's `math.Frexp`: a fraction from 0.5 and below 1, and the power of two that it is multiplied by. */
function split(value: number): Scaled {
  const view = new DataView(new ArrayBuffer(8));
  const tiny = Math.abs(value) < 2 ** -1022;
  view.setFloat64(0, tiny ? value * 2 ** 52 : value);
  const high = view.getUint32(0);
  const exponent = ((high >>> 20) & 0x7ff) - 1022 - (tiny ? 52 : 0);
  view.setUint32(0, (high & 0x800fffff) | (1022 << 20));
  return { fraction: view.getFloat64(0), exponent };
}

/** Go's `math.Ldexp`. */
function scale(fraction: number, exponent: number): number {
  if (!Number.isFinite(fraction) || fraction === 0) return fraction;
  const { fraction: digits, exponent: own } = split(fraction);
  const power = own + exponent;
  if (power > 1024) return fraction * Infinity;
  if (power < -1075) return fraction * 0;
  // in one step what fits, so that it is rounded once
  return power > -1022
    ? digits * 2 * 2 ** (power - 1)
    : digits * 2 ** (power + 53) * 2 ** -53;
}
