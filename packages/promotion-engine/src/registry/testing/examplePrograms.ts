import { Programs } from '../../ports/programs';
import { StepExample } from '../step';

/** Prints what the example says, and takes no call that it does not speak of. */
export function examplePrograms(
  example: StepExample,
): Programs & { close(): void } {
  const expected = [...(example.programs ?? [])];
  return {
    async run(program, { args }) {
      const next = expected.shift();
      const given = [program, ...args].join(' ');
      const wanted = next && [next.program, ...next.args].join(' ');
      if (given !== wanted)
        throw new Error(
          `the example speaks of ${wanted ?? 'no program'}, not of ${given}`,
        );
      return next!.prints;
    },
    report: async () => [],
    close() {
      if (expected.length > 0)
        throw new Error(
          `${expected.length} of the example's programs were never run`,
        );
    },
  };
}
