import { Fault } from '../errors';
import type { Budget } from '../limits';
import {
  add,
  divide,
  multiply,
  power,
  range,
  remainder,
  subtract,
} from '../values/arithmetic';
import { hasKey, isAnyMap, isArray, isMap } from '../values/collections';
import { compareValues } from '../values/compare';
import { typeName } from '../values/describe';
import { equalValues } from '../values/equal';
import { NamedInteger } from '../values/namedInteger';
import { negate, toInt, wrap } from '../values/numbers';
import { withElement } from '../values/shape';
import { decodeText } from '../values/text';
import { ObjectValue, Value } from '../values/value';
import { fieldOf } from '../types/staticType';
import { matchesPattern } from './pattern';

type BinaryOperator = (left: Value, right: Value, budget: Budget) => Value;

const COMPARISONS: Partial<Record<string, (order: number) => boolean>> = {
  '<': order => order < 0,
  '>': order => order > 0,
  '<=': order => order <= 0,
  '>=': order => order >= 0,
};

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '+': (left, right, budget) => {
    if (typeof left === 'string' && typeof right === 'string') {
      budget.text(left.length + right.length);
    }
    return add(left, right);
  },
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '**': power,
  '^': power,
  '==': equalValues,
  '!=': (left, right, budget) => !equalValues(left, right, budget),
  '..': (left, right, budget) => makeRange(toInt(left), toInt(right), budget),
  in: isIn,
  matches: (left, right, budget) => {
    const text = left instanceof Uint8Array ? decodeText(left) : left;
    return (
      text !== null &&
      right !== null &&
      matchesPattern(requireText(text), requireText(right), budget)
    );
  },
  contains: textOperator((left, right) => left.includes(right)),
  startsWith: textOperator((left, right) => left.startsWith(right)),
  endsWith: textOperator((left, right) => left.endsWith(right)),
};

/** Every binary operator but `&&`, `||` and `??`, which may leave their right side alone. Throws a `Fault`. */
export function applyBinary(
  operator: string,
  operands: readonly [Value, Value],
  budget: Budget,
): Value {
  const [left, right] = operands;
  const comparison = COMPARISONS[operator];
  if (comparison && typeof left === 'string') {
    budget.scan(left.length);
  }
  return comparison
    ? comparison(compareValues(left, right, operator))
    : OPERATORS[operator](left, right, budget);
}

/** Throws a `Fault`. */
export function applyUnary(operator: string, value: Value): Value {
  switch (operator) {
    case '-':
      return negate(value);
    case '+':
      // expr-lang compiles it to nothing
      return value;
    default:
      return !requireBool(value);
  }
}

export function requireBool(value: Value): boolean {
  if (typeof value !== 'boolean') {
    throw new Fault(`expected a bool, got ${typeName(value)}`);
  }
  return value;
}

/** nil contains nothing and matches nothing; anything else must be a string. */
function textOperator(
  holds: (left: string, right: string) => boolean,
): BinaryOperator {
  return (left, right, budget) => {
    if (left === null || right === null) {
      return false;
    }
    const text = requireText(left);
    budget.scan(text.length);
    return holds(text, requireText(right));
  };
}

function requireText(value: Value): string {
  if (typeof value !== 'string') {
    throw new Fault(`expected a string, got ${typeName(value)}`);
  }
  return value;
}

function makeRange(from: bigint, to: bigint, budget: Budget): Value {
  // it wraps, as in Go
  const size = wrap(to - from + 1n);
  if (size <= 0n) {
    return withElement([], 'int');
  }
  budget.grow(size > 1_000_000_000n ? Infinity : Number(size));
  return withElement(range(from, to), 'int');
}

function isIn(needle: Value, collection: Value, budget: Budget): boolean {
  if (collection === null) {
    return false;
  }
  if (isArray(collection)) {
    return collection.some(item => equalValues(item, needle, budget));
  }
  if (isAnyMap(collection)) {
    return collection.has(needle);
  }
  if (isMap(collection)) {
    return hasKey(collection, mapKeyText(needle));
  }
  if (
    collection instanceof ObjectValue &&
    !(collection instanceof NamedInteger)
  ) {
    return fieldOf(collection.type, requireText(needle)) !== undefined;
  }
  throw new Fault(`operator "in" not defined on ${typeName(collection)}`);
}

/** Go looks nil up as the empty string. */
function mapKeyText(key: Value): string {
  return key === null ? '' : requireText(key);
}
