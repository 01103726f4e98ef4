import { randomEnvironment, randomInput, seeded } from './testing/randomInput';
import { reasonOf } from './testing/reasonOf';

const INPUTS = 100_000;

describe(`${INPUTS} generated inputs`, () => {
  it('raise nothing but errors of the language', () => {
    const random = seeded(20260504);
    const ends = { value: 0, error: 0 };
    for (let index = 0; index < INPUTS; index += 1) {
      const input = randomInput(random);
      try {
        const reason = reasonOf(input, randomEnvironment, index % 5 === 0);
        ends[reason === undefined ? 'value' : 'error'] += 1;
      } catch (error) {
        throw new Error(`${JSON.stringify(input)}: ${error}`);
      }
    }
    // a fuzz in which everything fails tests nothing
    expect(ends.value).toBeGreaterThan(INPUTS / 10);
    expect(ends.error).toBeGreaterThan(INPUTS / 10);
  }, 120_000);
});
