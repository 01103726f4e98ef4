import { Fault } from '../errors';
import { INT } from '../types/staticType';
import { typeName } from '../values/describe';
import { numberOf, wrap } from '../values/numbers';
import type { Value } from '../values/value';
import { FunctionSet, functionSet, NamedLater, typed } from './definition';

/** expr-lang's functions on the bits of an int; they take ints only, no floats. */
export const bitFunctions: FunctionSet = functionSet({
  bitand: bits((a, b) => a & b),
  bitor: bits((a, b) => a | b),
  bitxor: bits((a, b) => a ^ b),
  // Go's `&^`
  bitnand: bits((a, b) => a & ~b),
  bitshl: bits((a, b) => (b >= 64n ? 0n : a << shift(b))),
  bitshr: bits((a, b) => a >> (b >= 64n ? 63n : shift(b))),
  bitushr: bits((a, b) => (b >= 64n ? 0n : BigInt.asUintN(64, a) >> shift(b))),
  bitnot: typed({
    signatures: [{ parameters: [INT] }],
    result: INT,
    call: ([value]) => ~requireInt(value),
  }),
});

function bits(operate: (a: bigint, b: bigint) => bigint): NamedLater {
  return typed({
    signatures: [{ parameters: [INT, INT] }],
    result: INT,
    call: ([a, b]) => wrap(operate(requireInt(a), requireInt(b))),
  });
}

function requireInt(value: Value): bigint {
  const number = numberOf(value);
  if (typeof number !== 'bigint') {
    throw new Fault(`cannot use ${typeName(value)} as argument (type int)`);
  }
  return number;
}

function shift(count: bigint): bigint {
  if (count < 0n) {
    throw new Fault(`invalid operation: negative shift count ${count}`);
  }
  return count;
}
