import { Fault } from '../errors';
import type { Budget } from '../limits';
import {
  FLOAT,
  INT,
  isNumber,
  isUnknown,
  STRING,
  UNKNOWN,
} from '../types/staticType';
import { isLess } from '../values/compare';
import { isArray } from '../values/collections';
import { typeName } from '../values/describe';
import { parseFloat64 } from '../values/floats';
import { formatValue } from '../values/format';
import { negate, numberOf, toFloat, toInt, wrap } from '../values/numbers';
import type { StaticType, Value } from '../values/value';
import {
  FunctionSet,
  functionSet,
  judged,
  NamedLater,
  requireCount,
  typed,
} from './definition';

/** expr-lang's conversions and number functions. */
export const numberFunctions: FunctionSet = functionSet({
  int: judged(checkConversion, ([value]) => convertToInt(value), INT),
  float: judged(checkConversion, ([value]) => convertToFloat(value), FLOAT),
  string: typed({
    signatures: [{ parameters: [UNKNOWN] }],
    result: STRING,
    call: ([value], { budget }) => formatValue(value, budget),
  }),
  abs: judged(checkNumber, ([value]) => absolute(value)),
  ceil: rounding(Math.ceil),
  floor: rounding(Math.floor),
  // halves go away from zero
  round: rounding(value => (value < 0 ? -roundUp(-value) : roundUp(value))),
  max: judged(checkNumbers, (args, { budget }) => extreme('max', args, budget)),
  min: judged(checkNumbers, (args, { budget }) => extreme('min', args, budget)),
  mean: judged(checkNumbers, (args, { budget }) =>
    mean(flatNumbers(args, budget)),
  ),
  median: judged(checkNumbers, (args, { budget }) =>
    median(flatNumbers(args, budget), budget),
  ),
});

function checkConversion(
  name: string,
  args: readonly StaticType[],
): StaticType {
  requireCount(args, 1);
  const [type] = args;
  const named = /^time\.(Duration|Month|Weekday)$/.test(type.name);
  if (!isUnknown(type) && !isNumber(type) && type.kind !== 'string' && !named) {
    throw new Fault(`invalid argument for ${name} (type ${type.name})`);
  }
  return type;
}

function checkNumber(name: string, args: readonly StaticType[]): StaticType {
  requireCount(args, 1);
  if (!isUnknown(args[0]) && !isNumber(args[0])) {
    throw new Fault(`invalid argument for ${name} (type ${args[0].name})`);
  }
  return args[0];
}

/** Arguments are judged up to the first one that may be an array; otherwise the first one's type is the result's. */
function checkNumbers(name: string, args: readonly StaticType[]): StaticType {
  if (args.length === 0) {
    throw new Fault(`not enough arguments to call ${name}`);
  }
  for (const arg of args) {
    if (isUnknown(arg) || arg.kind === 'array') {
      return UNKNOWN;
    }
    if (!isNumber(arg)) {
      throw new Fault(`invalid argument for ${name} (type ${arg.name})`);
    }
  }
  return args[0];
}

function rounding(round: (value: number) => number): NamedLater {
  return judged(
    checkNumber,
    ([value]) => round(Number(requireNumber(value))),
    FLOAT,
  );
}

/** `Math.floor(x + 0.5)` would round 0.49999999999999994 up. */
function roundUp(value: number): number {
  const floor = Math.floor(value);
  return value - floor >= 0.5 ? floor + 1 : floor;
}

function requireNumber(value: Value): bigint | number {
  const number = numberOf(value);
  if (number === undefined) {
    throw new Fault(`expected a number, got ${typeName(value)}`);
  }
  return number;
}

function absolute(value: Value): Value {
  const number = requireNumber(value);
  return number < 0 ? negate(value) : value;
}

/** `strconv.Atoi` for strings: decimal digits and a sign, nothing else. */
function convertToInt(value: Value): bigint {
  if (typeof value !== 'string') {
    return toInt(value);
  }
  const number = /^[+-]?\d{1,40}$/.test(value)
    ? BigInt(value.replace(/^\+/, ''))
    : undefined;
  if (number === undefined || number !== wrap(number)) {
    throw new Fault(`invalid operation: int(${value})`);
  }
  return number;
}

function convertToFloat(value: Value): number {
  const number =
    typeof value === 'string' ? parseFloat64(value) : toFloat(value);
  if (number === undefined) {
    throw new Fault(`invalid operation: float(${value})`);
  }
  return number;
}

/** The largest or smallest number in the arguments and in the arrays among them; nil where there is none. */
function extreme(
  name: 'max' | 'min',
  args: readonly Value[],
  budget: Budget,
): Value {
  let best: Value = null;
  const better = (value: Value) =>
    best === null ||
    (name === 'max' ? isLess(best, value) : isLess(value, best));
  for (const arg of args) {
    budget.step();
    const candidates = isArray(arg)
      ? arg.map(item => budget.nested(() => extreme(name, [item], budget)))
      : [arg];
    for (const candidate of candidates) {
      if (numberOf(candidate) === undefined) {
        if (args.length === 1 && !isArray(arg)) {
          // one argument alone is returned as it is, even if it is no number
          return arg;
        }
        throw new Fault(
          `invalid argument for ${name} (type ${typeName(candidate)})`,
        );
      }
      best = better(candidate) ? candidate : best;
    }
  }
  return best;
}

function flatNumbers(args: readonly Value[], budget: Budget): number[] {
  return args.flatMap(arg => {
    budget.step();
    return isArray(arg)
      ? budget.nested(() => flatNumbers(arg, budget))
      : [Number(requireNumber(arg))];
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0
    ? 0
    : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[], budget: Budget): number {
  budget.step(3 * numbers.length);
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) {
    return 0;
  }
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
