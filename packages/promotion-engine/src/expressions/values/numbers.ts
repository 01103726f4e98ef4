import { Fault } from '../errors';
import { typeName } from './describe';
import { int64Kind, NamedInteger, uint64Kind, uint8Kind } from './namedInteger';
import { ObjectValue, Value } from './value';

/** Ints are 64 bits wide and wrap around. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** The number that the arithmetic operators see, if the value is one: int as bigint, float as number. */
export function numberOf(value: Value): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') {
    return value;
  }
  return value instanceof NamedInteger && value.numeric
    ? wrap(value.value)
    : undefined;
}

/** Go's conversion of a float: towards zero; what does not fit is the smallest int (as on amd64). */
export function truncate(value: number): bigint {
  const fits = value >= -(2 ** 63) && value < 2 ** 63;
  return fits ? BigInt(Math.trunc(value)) : -(2n ** 63n);
}

/** An int for an index, a bound or a count. Throws a `Fault` for what is no number. */
export function toInt(value: Value): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (typeof value === 'number') {
    return truncate(value);
  }
  const convertible = integerInside(value);
  if (convertible === undefined) {
    throw new Fault(`invalid operation: int(${typeName(value)})`);
  }
  return convertible;
}

/** Throws a `Fault` for what is no number. */
export function toFloat(value: Value): number {
  if (typeof value === 'number') {
    return value;
  }
  const convertible = typeof value === 'bigint' ? value : integerInside(value);
  if (convertible === undefined) {
    throw new Fault(`invalid operation: float(${typeName(value)})`);
  }
  return Number(convertible);
}

/** `-` of a number keeps its Go type, so an unsigned one wraps. Throws a `Fault`. */
export function negate(value: Value): Value {
  if (typeof value === 'bigint') {
    return wrap(-value);
  }
  if (typeof value === 'number') {
    return -value;
  }
  if (value instanceof NamedInteger && value.numeric) {
    return value.with(wrapAs(value, -value.value));
  }
  throw new Fault(`invalid operation: - ${typeName(value)}`);
}

function wrapAs(like: NamedInteger, value: bigint): bigint {
  switch (like.type) {
    case uint8Kind.type:
      return BigInt.asUintN(8, value);
    case uint64Kind.type:
      return BigInt.asUintN(64, value);
    case int64Kind.type:
    default:
      return wrap(value);
  }
}

/** Months and durations are integers to a conversion, though not to an operator. */
function integerInside(value: Value): bigint | undefined {
  const integer = value instanceof ObjectValue ? value.integer() : undefined;
  return integer === undefined ? undefined : wrap(integer);
}
