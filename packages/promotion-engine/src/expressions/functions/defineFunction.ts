import type { CallContext, StaticType, Value } from '../values/value';
import { FunctionSet, functionSet, typed } from './definition';

/**
 * One function of a host, to be joined with others:
 * `joinFunctions(kargoFunctions, defineFunction('ticket', { parameters: [types.STRING], call: ([id]) => … }))`.
 * `call` is synchronous and gets checked arguments; it throws a `NeedsFact` where it lacks a fact that the host
 * can fetch, and a `Fault` where something is wrong.
 */
export function defineFunction(
  name: string,
  definition: {
    parameters: readonly StaticType[];
    /** How many of the last parameters may be left out. */
    optional?: number;
    result?: StaticType;
    call(args: readonly Value[], context: CallContext): Value;
  },
): FunctionSet {
  const { parameters, optional, result, call } = definition;
  return functionSet({
    [name]: typed({ signatures: [{ parameters, optional }], result, call }),
  });
}
