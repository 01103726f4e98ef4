import { Fault } from '../errors';
import { isAssignable } from '../functions/definition';
import {
  arrayOf,
  BOOL,
  BYTES,
  FLOAT,
  INT,
  INTS,
  isNumber,
  isSameKind,
  isUnknown,
  STRING,
  UNKNOWN,
} from '../types/staticType';
import { DURATION } from '../values/time/duration';
import { TIME } from '../values/time/time';
import type { StaticType } from '../values/value';

type Is = (type: StaticType) => boolean;

const isBool: Is = type => type.kind === 'bool';
const isString: Is = type => type.kind === 'string';
const isInteger: Is = type => type.kind === 'int';
const isDuration: Is = type => type.object === DURATION.object;
const isTime: Is = type => type.object === TIME.object;

/** What an operator makes of which operands; the first rule that fits decides. */
interface Rule {
  readonly left: Is;
  readonly right: Is;
  readonly result: (left: StaticType, right: StaticType) => StaticType;
}

const rule = (left: Is, right: Is, result: StaticType): Rule => ({
  left,
  right,
  result: () => result,
});
const both = (is: Is, result: StaticType): Rule => rule(is, is, result);

const numeric: Rule = {
  left: isNumber,
  right: isNumber,
  result: (left, right) => (isInteger(left) && isInteger(right) ? INT : FLOAT),
};
const comparison = [
  both(isNumber, BOOL),
  both(isString, BOOL),
  both(isTime, BOOL),
  both(isDuration, BOOL),
];
const text = [both(isString, BOOL)];
const exponent = [both(isNumber, FLOAT)];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  '+': [
    numeric,
    both(isString, STRING),
    rule(isTime, isDuration, TIME),
    rule(isDuration, isTime, TIME),
    both(isDuration, DURATION),
  ],
  '-': [
    numeric,
    both(isTime, DURATION),
    rule(isTime, isDuration, TIME),
    both(isDuration, DURATION),
  ],
  '*': [
    numeric,
    rule(isNumber, isDuration, DURATION),
    rule(isDuration, isNumber, DURATION),
    both(isDuration, DURATION),
  ],
  '/': [both(isNumber, FLOAT)],
  '%': [both(isInteger, INT)],
  '**': exponent,
  '^': exponent,
  '..': [both(isInteger, INTS)],
  '<': comparison,
  '>': comparison,
  '<=': comparison,
  '>=': comparison,
  '&&': [both(isBool, BOOL)],
  '||': [both(isBool, BOOL)],
  and: [both(isBool, BOOL)],
  or: [both(isBool, BOOL)],
  contains: text,
  startsWith: text,
  endsWith: text,
  matches: [both(isString, BOOL), rule(type => type === BYTES, isString, BOOL)],
};

/** What the operator would return if unknown operands turn out to be the right ones. */
const UNKNOWN_RESULTS: Readonly<Record<string, StaticType>> = {
  '+': UNKNOWN,
  '-': UNKNOWN,
  '*': UNKNOWN,
};

/** The type of `left operator right`. Throws a `Fault` where the operator cannot take these operands. */
export function binaryType(
  operator: string,
  left: StaticType,
  right: StaticType,
): StaticType {
  switch (operator) {
    case '==':
    case '!=':
      return isComparable(left, right) ? BOOL : mismatch(operator, left, right);
    case '??':
      return coalesceType(left, right);
    case 'in':
      return memberOfType(left, right);
    default:
      return ruledType(operator, left, right);
  }
}

/** Throws a `Fault`. */
export function unaryType(operator: string, operand: StaticType): StaticType {
  const negation = operator === '!' || operator === 'not';
  if (isUnknown(operand) || (negation ? isBool(operand) : isNumber(operand))) {
    return negation ? BOOL : operand;
  }
  throw new Fault(
    `invalid operation: ${operator} (mismatched type ${operand.name})`,
  );
}

/** The type of a value that is one of two. */
export function eitherType(left: StaticType, right: StaticType): StaticType {
  if (left.kind === 'nil') {
    return right;
  }
  if (right.kind === 'nil') {
    return left;
  }
  return left.name === right.name && isSameKind(left, right) ? left : UNKNOWN;
}

function ruledType(
  operator: string,
  left: StaticType,
  right: StaticType,
): StaticType {
  const rules = RULES[operator];
  const exact = rules.find(
    candidate => candidate.left(left) && candidate.right(right),
  );
  if (exact) {
    return exact.result(left, right);
  }
  // expr-lang asks only whether the known side is ever an operand, not on which side
  const possible = (type: StaticType) =>
    rules.some(candidate => candidate.left(type) || candidate.right(type));
  if (
    (isUnknown(left) && (isUnknown(right) || possible(right))) ||
    (isUnknown(right) && possible(left))
  ) {
    return UNKNOWN_RESULTS[operator] ?? rules[0].result(INT, FLOAT);
  }
  return mismatch(operator, left, right);
}

function isComparable(left: StaticType, right: StaticType): boolean {
  const anything = (type: StaticType) => isUnknown(type) || type.kind === 'nil';
  return (
    anything(left) ||
    anything(right) ||
    (isNumber(left) && isNumber(right)) ||
    isSameKind(left, right)
  );
}

function coalesceType(left: StaticType, right: StaticType): StaticType {
  return isUnknown(left) || isUnknown(right)
    ? UNKNOWN
    : eitherType(left, right);
}

function memberOfType(left: StaticType, right: StaticType): StaticType {
  const unknown = isUnknown(left);
  switch (right.kind) {
    case 'unknown':
      return BOOL;
    case 'map':
      return unknown || isAssignable(left, right.key!)
        ? BOOL
        : notIn(left, right.key!);
    case 'array':
      return unknown || isComparable(left, right.element!)
        ? BOOL
        : notIn(left, right.element!);
    case 'string':
      return unknown ? BOOL : mismatch('in', left, right);
    case 'object':
      return !right.object!.scalar && (unknown || isString(left))
        ? BOOL
        : mismatch('in', left, right);
    default:
      return mismatch('in', left, right);
  }
}

function notIn(left: StaticType, element: StaticType): never {
  throw new Fault(`cannot use ${left.name} as type ${element.name} here`);
}

function mismatch(
  operator: string,
  left: StaticType,
  right: StaticType,
): never {
  throw new Fault(
    `invalid operation: ${operator} (mismatched types ${left.name} and ${right.name})`,
  );
}

/** The type of an array literal: of its elements, where they are all the same. */
export function arrayLiteralType(elements: readonly StaticType[]): StaticType {
  const [first] = elements;
  const same = elements.every(
    element => isSameKind(first, element) && first.name === element.name,
  );
  return arrayOf(first && same ? first : UNKNOWN);
}
