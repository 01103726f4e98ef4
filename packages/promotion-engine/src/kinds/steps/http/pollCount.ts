import { StepRun } from '../../../registry/step';

class NotPinned extends Error {}

const NAME = 'poll';

/** How often this step was answered and has to ask again: each of its polls is a call of its own. */
export async function pollCount({ pin, alias }: StepRun): Promise<number> {
  for (let count = 0; ; count += 1) {
    try {
      await pin(`${NAME}:${alias}:${count}`, async () => {
        throw new NotPinned();
      });
    } catch (error) {
      if (error instanceof NotPinned) return count;
      throw error;
    }
  }
}

/** Remembers that a poll was answered, so that the next one is not taken for its repetition. */
export async function countPoll(run: StepRun): Promise<void> {
  const count = await pollCount(run);
  await run.pin(`${NAME}:${run.alias}:${count}`, async () => run.now);
}
