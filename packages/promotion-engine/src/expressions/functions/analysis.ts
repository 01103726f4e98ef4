import { Fault } from '../errors';
import { BOOL, FLOAT, INT, UNKNOWN } from '../types/staticType';
import { typeName } from '../values/describe';
import type { Value } from '../values/value';
import { FunctionSet, functionSet, typed } from './definition';

const ANY = { parameters: [UNKNOWN] };

/** What the conditions of an Argo analysis can call besides the built-in functions. */
export const analysisFunctions: FunctionSet = functionSet({
  asInt: typed({
    signatures: [ANY],
    result: INT,
    call: ([value]) => asInt(value),
  }),
  asFloat: typed({
    signatures: [ANY],
    result: FLOAT,
    call: ([value]) => asFloat(value),
  }),
  isNaN: typed({
    signatures: [ANY],
    result: BOOL,
    call: ([value]) => Number.isNaN(value),
  }),
  isInf: typed({
    signatures: [ANY],
    result: BOOL,
    call: ([value]) => value === Infinity || value === -Infinity,
  }),
  isNil: typed({
    signatures: [ANY],
    result: BOOL,
    call: ([value]) => value === null,
  }),
  default: typed({
    signatures: [{ parameters: [UNKNOWN, UNKNOWN] }],
    call: ([value, otherwise]) => value ?? otherwise,
  }),
});

function asFloat(value: Value): number {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (typeof value === 'string' && /\S/.test(value)) {
    const number = Number(value);
    if (!Number.isNaN(number)) {
      return number;
    }
  }
  throw new Fault(
    `${
      typeof value === 'string' ? `"${value}"` : typeName(value)
    } is no number`,
  );
}

function asInt(value: Value): bigint {
  const number = asFloat(value);
  if (!Number.isFinite(number)) {
    throw new Fault(`${number} is no whole number`);
  }
  return BigInt(Math.trunc(number));
}
