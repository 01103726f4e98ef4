import { ExpressionError } from './errors';
import { evaluate } from './evaluate';
import { parseExpression } from './parseExpression';
import { evaluateTemplate } from './template/evaluateTemplate';
import { randomInput, seeded } from './testing/randomInput';

const INPUTS = 100_000;
/** Milliseconds of work that one input may take. */
const LONGEST = 50;

const environment = {
  s: 'some text, é😀',
  n: 5,
  list: [1, 2, 3, 'x', null, { a: 1 }],
  m: { a: 1, b: { a: 'c' } },
  big: 'abc'.repeat(10_000),
};

/** How an input ends; throws what is no error of the language. */
function outcomeOf(input: string, template: boolean): 'value' | 'error' {
  try {
    if (template) evaluateTemplate(`a\${{${input}}}`, environment, { now: 0 });
    else evaluate(parseExpression(input), environment, { now: 0 });
    return 'value';
  } catch (error) {
    if (error instanceof ExpressionError) return 'error';
    throw error;
  }
}

/** What this thread worked, in milliseconds: other programs and pauses of the machine do not count. */
const worked = (): number => process.threadCpuUsage().user / 1000;

/** The compiler's and the collector's turn comes at random: only what is slow every time is slow. */
function millisecondsOf(run: () => void): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least > LONGEST; attempt += 1) {
    const started = worked();
    run();
    least = Math.min(least, worked() - started);
  }
  return least;
}

describe(`${INPUTS} generated inputs`, () => {
  it('raise nothing but errors of the language, and none takes long', () => {
    const random = seeded(20260504);
    const ends = { value: 0, error: 0 };
    const slow: string[] = [];
    for (let index = 0; index < INPUTS; index += 1) {
      const input = randomInput(random);
      const template = index % 5 === 0;
      let end: 'value' | 'error' = 'error';
      try {
        const took = millisecondsOf(() => {
          end = outcomeOf(input, template);
        });
        if (took > LONGEST)
          slow.push(`${took.toFixed(0)} ms: ${input.slice(0, 100)}`);
      } catch (error) {
        throw new Error(`${JSON.stringify(input)}: ${error}`);
      }
      ends[end] += 1;
    }
    expect(slow).toEqual([]);
    // a fuzz in which everything fails tests nothing
    expect(ends.value).toBeGreaterThan(INPUTS / 10);
    expect(ends.error).toBeGreaterThan(INPUTS / 10);
  }, 120_000);
});
