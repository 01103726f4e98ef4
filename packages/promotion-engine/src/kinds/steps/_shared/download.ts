import { StepRun } from '../../../registry/step';

/** Kargo's limit for a file that a step downloads. */
export const DOWNLOAD_BYTES = 100 * 1024 * 1024;

/**
 * Remembers what was downloaded the first time.
 * @returns a sentence where it is something else now
 */
export async function checkPinned(
  { pin, alias }: StepRun,
  digest: string,
): Promise<string | undefined> {
  const first = await pin(`download:${alias}`, async () => digest);
  return first === digest
    ? undefined
    : `it gives something else than before (${digest}, not ${first}); begin a new promotion to take it`;
}
