import { expandAlternatives, globSteps } from './globSteps';
import { matchesSteps } from './matchesSteps';
import { parseGlob } from './parseGlob';

/**
 * A glob as doublestar v4 reads it: `*` and `?` stop at `/`, `**` as a whole segment does not, `{a,b}`,
 * `[a-z]`, `[!a]`, `[^a]`, `\` before a character that is meant itself.
 * @returns says whether a whole text fits
 * @throws Error whose message names the glob and says what is wrong with it.
 */
export function compileGlob(glob: string): (text: string) => boolean {
  try {
    const alternatives = expandAlternatives(parseGlob(glob)).map(globSteps);
    return text => alternatives.some(steps => matchesSteps(steps, text));
  } catch (error) {
    throw new Error(
      `The glob "${glob}" cannot be read: ${(error as Error).message}.`,
    );
  }
}
