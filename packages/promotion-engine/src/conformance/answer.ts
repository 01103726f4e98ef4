/** One question of a suite, as it stands in a line of its file. */
export interface ConformanceCase<Input = any> {
  id: string;
  input: Input;
  env?: unknown;
}

/** What we say to it; an error stands for "refused", its text is for people. */
export type ConformanceAnswer =
  | { id: string; output: unknown; type?: string }
  | { id: string; error: string };

export type Suite = (question: ConformanceCase) => ConformanceAnswer;

/** A suite whose questions are answered by a plain function; what it throws is the answer "refused". */
export function suite<Input>(answer: (input: Input) => unknown): Suite {
  return ({ id, input }) => {
    try {
      return { id, output: answer(input as Input) };
    } catch (error) {
      return {
        id,
        error: error instanceof Error ? error.message : String(error),
      };
    }
  };
}
