import { Fault } from '../errors';
import { Duration } from './time/duration';
import { numberOf, toFloat, truncate, wrap } from './numbers';
import { goPower } from './power';
import { joinText } from './text';
import { Time } from './time/time';
import { typeName } from './describe';
import type { Value } from './value';

type Operator = '+' | '-' | '*';

const INTS: Record<Operator, (a: bigint, b: bigint) => bigint> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};
const FLOATS: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

/** `+`: numbers, strings, times and durations. Throws a `Fault` for anything else, as all operators here do. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') {
    return joinText(left, right);
  }
  if (left instanceof Duration && right instanceof Duration) {
    return new Duration(wrap(left.nanoseconds + right.nanoseconds));
  }
  if (left instanceof Time && right instanceof Duration) {
    return left.plus(right.nanoseconds);
  }
  if (left instanceof Duration && right instanceof Time) {
    return right.plus(left.nanoseconds);
  }
  return calculate('+', left, right);
}

export function subtract(left: Value, right: Value): Value {
  if (left instanceof Time && right instanceof Time) {
    return left.since(right);
  }
  if (left instanceof Time && right instanceof Duration) {
    return left.plus(-right.nanoseconds);
  }
  if (left instanceof Duration && right instanceof Duration) {
    return new Duration(wrap(left.nanoseconds - right.nanoseconds));
  }
  return calculate('-', left, right);
}

export function multiply(left: Value, right: Value): Value {
  const duration = scaleDuration(left, right) ?? scaleDuration(right, left);
  return duration ?? calculate('*', left, right);
}

/** `/` always makes a float; a division by zero is an infinity or NaN. */
export function divide(left: Value, right: Value): number {
  const a = numberOf(left);
  const b = numberOf(right);
  return a === undefined || b === undefined
    ? mismatch('/', left, right)
    : Number(a) / Number(b);
}

/** `%`: ints only. */
export function remainder(left: Value, right: Value): bigint {
  const a = numberOf(left);
  const b = numberOf(right);
  if (typeof a !== 'bigint' || typeof b !== 'bigint') {
    return mismatch('%', left, right);
  }
  if (b === 0n) {
    throw new Fault('integer divide by zero');
  }
  return wrap(a % b);
}

/** `**` and `^`: always a float. */
export function power(left: Value, right: Value): number {
  return goPower(toFloat(left), toFloat(right));
}

/** `from..to` in ints, both included; the caller has checked that it is not too long. */
export function range(from: bigint, to: bigint): bigint[] {
  const items: bigint[] = [];
  for (let item = from; item <= to; item += 1n) {
    items.push(item);
  }
  return items;
}

function scaleDuration(duration: Value, factor: Value): Duration | undefined {
  if (!(duration instanceof Duration)) {
    return undefined;
  }
  const by = factor instanceof Duration ? factor.nanoseconds : numberOf(factor);
  if (by === undefined) {
    return undefined;
  }
  const scaled =
    typeof by === 'bigint'
      ? duration.nanoseconds * by
      : truncate(Number(duration.nanoseconds) * by);
  return new Duration(wrap(scaled));
}

function calculate(operator: Operator, left: Value, right: Value): Value {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === undefined || b === undefined) {
    return mismatch(operator, left, right);
  }
  return typeof a === 'bigint' && typeof b === 'bigint'
    ? wrap(INTS[operator](a, b))
    : FLOATS[operator](Number(a), Number(b));
}

function mismatch(operator: string, left: Value, right: Value): never {
  throw new Fault(
    `invalid operation: ${typeName(left)} ${operator} ${typeName(right)}`,
  );
}
