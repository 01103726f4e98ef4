import { ExpressionError } from './errors';
import { evaluate } from './evaluate';
import { parseExpression } from './parseExpression';
import {
  evaluateJsonTemplate,
  evaluateTemplate,
} from './template/evaluateTemplate';

function errorOf(run: () => unknown): ExpressionError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

const environment = { list: [1, 2], record: {} };

describe('an error of an expression', () => {
  it.each([
    ['1 + * 2', 'unexpected operator "*" (1:5)\n | 1 + * 2\n | ....^'],
    [
      'list[7]',
      'index out of range: 7 (array length is 2) (1:5)\n | list[7]\n | ....^',
    ],
    [
      '1 +\n  "a"',
      'invalid operation: + (mismatched types int and string) (1:3)\n | 1 +\n | ..^',
    ],
    [
      '"é😀" + 1',
      'invalid operation: + (mismatched types string and int) (1:6)\n | "é😀" + 1\n | .....^',
    ],
    ['1 +\n(2', 'unexpected end of expression (2:2)\n | (2\n | .^'],
    ['', 'unexpected end of expression (1:1)\n | \n | ^'],
  ])('%j has a caret under the place', (expression, message) => {
    const error = errorOf(() =>
      evaluate(parseExpression(expression), environment),
    );
    expect(error.message).toBe(message);
  });

  it('shows only the surroundings in a long line', () => {
    const error = errorOf(() =>
      parseExpression(`"${'a'.repeat(200)}" + ) + "${'b'.repeat(200)}"`),
    );
    const [reason, line, caret] = error.message.split('\n');
    expect(reason).toBe('unexpected bracket ")" (1:206)');
    expect(line.length).toBeLessThan(130);
    expect(line[caret.length - 1]).toBe(')');
  });
});

describe('an error of a template', () => {
  it('points into the template', () => {
    const error = errorOf(() =>
      evaluateTemplate('a: ${{ list[0] }}\nb: ${{ list[7] }}', environment),
    );
    expect(error.message).toBe(
      'index out of range: 7 (array length is 2) (2:12)\n | b: ${{ list[7] }}\n | ...........^',
    );
    expect(error.position).toEqual({ offset: 29, line: 2, column: 12 });
  });

  it('points at an expression that is not closed', () => {
    const error = errorOf(() => evaluateTemplate('a ${{ 1', environment));
    expect(error.message).toBe(
      'unclosed expression: }} is missing (1:3)\n | a ${{ 1\n | ..^',
    );
  });

  it('points at an expression whose value has no place in a text', () => {
    const error = errorOf(() => evaluateTemplate('a ${{ 1 / 0 }}', {}));
    expect(error.message).toContain('unsupported value: +Inf (1:6)');
  });

  it('names the field of a larger value', () => {
    const config = { updates: [{ key: 'a', value: '${{ record.x.y }}' }] };
    const error = errorOf(() => evaluateJsonTemplate(config, environment));
    expect(error.field).toBe('updates[0].value');
    expect(error.message).toBe(
      'updates[0].value: cannot fetch y from <nil> (1:14)\n | ${{ record.x.y }}\n | .............^',
    );
  });
});
