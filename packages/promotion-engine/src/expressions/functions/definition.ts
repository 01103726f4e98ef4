import { Fault } from '../errors';
import { isUnknown, UNKNOWN } from '../types/staticType';
import { typeName } from '../values/describe';
import {
  CallContext,
  Method,
  ObjectValue,
  StaticType,
  Value,
} from '../values/value';

/** A function that expressions can call. Both parts throw `Fault`; the evaluator adds the place. */
export interface FunctionDefinition {
  /** What the call returns, judged by what is known of its arguments before evaluation. */
  check(args: readonly StaticType[]): StaticType;
  call(args: readonly Value[], context: CallContext): Value;
}

/** Functions by name. Sets are joined with `joinFunctions`; a later set replaces what an earlier one has. */
export type FunctionSet = ReadonlyMap<string, FunctionDefinition>;

export function joinFunctions(...sets: readonly FunctionSet[]): FunctionSet {
  return new Map(sets.flatMap(set => [...set]));
}

/** One way to call a function. */
export interface Signature {
  readonly parameters: readonly StaticType[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
}

/** A function that still has to learn its name, which its messages mention. */
export type NamedLater = (name: string) => FunctionDefinition;

/** A set of functions under their names: `functionSet({ upper: typed({ … }) })`. */
export function functionSet(
  functions: Readonly<Record<string, NamedLater>>,
): FunctionSet {
  return new Map(
    Object.entries(functions).map(([name, define]) => [name, define(name)]),
  );
}

/**
 * A function with typed parameters. Arguments that are unknown before the evaluation are checked when they
 * are there: a string parameter takes a string and nothing else.
 */
export function typed(definition: {
  /** Several where one differs from the other by more than what may be left out. */
  signatures: readonly Signature[];
  result?: StaticType;
  call(args: readonly Value[], context: CallContext): Value;
}): NamedLater {
  const { signatures, result = UNKNOWN } = definition;
  return name => ({
    check: args => {
      const problems = signatures.map(signature =>
        mismatch(name, signature, args),
      );
      const last = problems[problems.length - 1];
      if (last !== undefined && !problems.includes(undefined)) {
        throw new Fault(last);
      }
      return result;
    },
    call: (args, context) => {
      const { parameters } = signatures[signatures.length - 1];
      args.forEach((arg, index) => requireText(parameters[index], arg));
      return definition.call(args, context);
    },
  });
}

/** A function whose arguments `check` judges; `result` is its type where `check` does not tell it. */
export function judged(
  check: (name: string, args: readonly StaticType[]) => StaticType,
  call: (args: readonly Value[], context: CallContext) => Value,
  result?: StaticType,
): NamedLater {
  return name => ({
    check: args => {
      const found = check(name, args);
      return result ?? found;
    },
    call,
  });
}

/** Whether a value of that type can be passed for the parameter. */
export function isAssignable(type: StaticType, parameter: StaticType): boolean {
  if (isUnknown(parameter) || isUnknown(type)) {
    return true;
  }
  return type.kind === parameter.kind && type.object === parameter.object;
}

/** What is wrong with the arguments, if anything. */
export function mismatch(
  name: string,
  signature: Signature,
  args: readonly StaticType[],
): string | undefined {
  const { parameters, optional = 0 } = signature;
  if (
    args.length !== parameters.length &&
    args.length < parameters.length - optional
  ) {
    return `not enough arguments to call ${name}`;
  }
  if (args.length > parameters.length) {
    return `too many arguments to call ${name}`;
  }
  const wrong = args.findIndex(
    (arg, index) => !isAssignable(arg, parameters[index]),
  );
  return wrong < 0
    ? undefined
    : `cannot use ${args[wrong].name} as argument (type ${parameters[wrong].name}) to call ${name}`;
}

/** Throws a `Fault` unless the number of arguments is one of these. */
export function requireCount(
  args: readonly unknown[],
  least: number,
  most = least,
): void {
  if (args.length < least || args.length > most) {
    const expected = least === most ? String(least) : `${least} to ${most}`;
    throw new Fault(
      `invalid number of arguments (expected ${expected}, got ${args.length})`,
    );
  }
}

/** The arguments of a method: nil is the zero of a number or a text. Throws a `Fault` for what does not fit. */
export function requireArguments(
  method: Method,
  given: readonly Value[],
): readonly Value[] {
  requireCount(given, method.parameters.length);
  const args = given.map(
    (arg, index) => arg ?? ZEROS[method.parameters[index].kind] ?? null,
  );
  args.forEach((arg, index) => {
    const parameter = method.parameters[index];
    const fits =
      parameter.kind === 'object'
        ? arg instanceof ObjectValue && arg.type === parameter.object
        : parameter.kind !== 'int' || typeof arg === 'bigint';
    if (!fits) {
      throw new Fault(
        `cannot use ${typeName(arg)} as argument (type ${parameter.name})`,
      );
    }
    requireText(parameter, arg);
  });
  return args;
}

const ZEROS: Readonly<Partial<Record<StaticType['kind'], Value>>> = {
  int: 0n,
  string: '',
};

function requireText(parameter: StaticType | undefined, value: Value): void {
  if (parameter?.kind === 'string' && typeof value !== 'string') {
    throw new Fault(`expected a string, got ${typeName(value)}`);
  }
}
