import { Fault } from '../errors';
import { INT } from '../types/staticType';
import { typeName } from '../values/describe';
import { wrap } from '../values/numbers';
import type { Value } from '../values/value';
import { defineFunction, FunctionDefinition, FunctionSet } from './definition';

/** expr-lang's functions on the bits of an int; they take ints only, no floats. */
export const bitFunctions: FunctionSet = new Map([
  bits('bitand', (a, b) => a & b),
  bits('bitor', (a, b) => a | b),
  bits('bitxor', (a, b) => a ^ b),
  // Go's `&^`
  bits('bitnand', (a, b) => a & ~b),
  bits('bitshl', (a, b) => (b >= 64n ? 0n : a << shift(b))),
  bits('bitshr', (a, b) => a >> (b >= 64n ? 63n : shift(b))),
  bits('bitushr', (a, b) =>
    b >= 64n ? 0n : BigInt.asUintN(64, a) >> shift(b),
  ),
  defineFunction('bitnot', {
    signatures: [{ parameters: [INT] }],
    result: INT,
    call: ([value]) => ~requireInt('bitnot', value),
  }),
]);

function bits(
  name: string,
  operate: (a: bigint, b: bigint) => bigint,
): [string, FunctionDefinition] {
  return defineFunction(name, {
    signatures: [{ parameters: [INT, INT] }],
    result: INT,
    call: ([a, b]) => wrap(operate(requireInt(name, a), requireInt(name, b))),
  });
}

function requireInt(name: string, value: Value): bigint {
  if (typeof value !== 'bigint') {
    throw new Fault(
      `cannot use ${typeName(value)} as argument (type int) to call ${name}`,
    );
  }
  return value;
}

function shift(count: bigint): bigint {
  if (count < 0n) {
    throw new Fault(`invalid operation: negative shift count ${count}`);
  }
  return count;
}
