import { Masker } from '../ports/runtime';

/** Runs it; an error that holds a secret becomes one that does not: a queue logs what is thrown, and may keep it. */
export async function withoutSecrets<T>(
  masker: Pick<Masker, 'mask'>,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { message } = error as Error;
    const shown = masker.mask(message);
    throw shown === message ? error : new Error(shown);
  }
}
