import { Fault } from '../errors';
import { typeName } from './describe';
import { Duration } from './time/duration';
import { numberOf } from './numbers';
import { compareText } from './text';
import { Time } from './time/time';
import type { Value } from './value';

/** Negative, zero or positive; NaN where neither is smaller. Numbers, strings, times and durations only (`Fault`). */
export function compareValues(
  left: Value,
  right: Value,
  operator = '<',
): number {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined) {
    return compareNumbers(a, b);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return compareText(left, right);
  }
  if (left instanceof Duration && right instanceof Duration) {
    return compareNumbers(left.nanoseconds, right.nanoseconds);
  }
  if (left instanceof Time && right instanceof Time) {
    return compareNumbers(left.nanoseconds, right.nanoseconds);
  }
  throw new Fault(
    `invalid operation: ${typeName(left)} ${operator} ${typeName(right)}`,
  );
}

export function isLess(left: Value, right: Value): boolean {
  return compareValues(left, right) < 0;
}

function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    return a < b ? -1 : Number(a > b);
  }
  const x = Number(a);
  const y = Number(b);
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return NaN;
  }
  return x < y ? -1 : Number(x > y);
}
