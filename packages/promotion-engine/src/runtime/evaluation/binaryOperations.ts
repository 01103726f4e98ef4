import { RE2JS } from 're2js';
import { isDeepStrictEqualJson } from './isEqual';

type Operation = (left: unknown, right: unknown) => unknown;

const numbers =
  (
    symbol: string,
    operate: (a: number, b: number) => number | boolean,
  ): Operation =>
  (left, right) => {
    if (typeof left !== 'number' || typeof right !== 'number')
      throw new Error(`${symbol} needs two numbers`);
    return operate(left, right);
  };

const texts =
  (word: string, operate: (a: string, b: string) => boolean): Operation =>
  (left, right) => {
    if (typeof left !== 'string' || typeof right !== 'string')
      throw new Error(`${word} needs two texts`);
    return operate(left, right);
  };

const ordered =
  (symbol: string, operate: (order: number) => boolean): Operation =>
  (left, right) => {
    if (
      typeof left !== typeof right ||
      (typeof left !== 'number' && typeof left !== 'string')
    ) {
      throw new Error(`${symbol} needs two numbers or two texts`);
    }
    if (left === right) return operate(0);
    return operate((left as number) < (right as number) ? -1 : 1);
  };

/** Operators whose both sides are always evaluated. */
export const binaryOperations: Readonly<Record<string, Operation>> = {
  '==': isDeepStrictEqualJson,
  '!=': (left, right) => !isDeepStrictEqualJson(left, right),
  '<': ordered('<', order => order < 0),
  '>': ordered('>', order => order > 0),
  '<=': ordered('<=', order => order <= 0),
  '>=': ordered('>=', order => order >= 0),
  '+': (left, right) =>
    typeof left === 'string' && typeof right === 'string'
      ? left + right
      : numbers('+', (a, b) => a + b)(left, right),
  '-': numbers('-', (a, b) => a - b),
  '*': numbers('*', (a, b) => a * b),
  '/': numbers('/', (a, b) => a / b),
  '%': numbers('%', (a, b) => a % b),
  '**': numbers('**', (a, b) => a ** b),
  '^': numbers('^', (a, b) => a ** b),
  in: (left, right) =>
    Array.isArray(right)
      ? right.some(each => isDeepStrictEqualJson(each, left))
      : right !== null &&
        typeof right === 'object' &&
        Object.hasOwn(right, String(left)),
  matches: texts('matches', (text, pattern) =>
    RE2JS.compile(pattern).matcher(text).find(),
  ),
  contains: texts('contains', (a, b) => a.includes(b)),
  startsWith: texts('startsWith', (a, b) => a.startsWith(b)),
  endsWith: texts('endsWith', (a, b) => a.endsWith(b)),
};
