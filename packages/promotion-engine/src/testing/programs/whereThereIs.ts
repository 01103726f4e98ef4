import { accessSync, constants } from 'fs';
import { delimiter, join } from 'path';

/** PATH of programs that tests run: what `STEVEDORE_TOOLS` names first, then that of this process. */
export const TOOL_PATH = [process.env.STEVEDORE_TOOLS, process.env.PATH]
  .filter(Boolean)
  .join(delimiter);

/**
 * `describe`, where all of these programs are on this machine; otherwise its tests count as skipped, and their name
 * says what is missing.
 */
export function whereThereIs(...programs: string[]) {
  const missing = programs.filter(program => !isThere(program));
  return (title: string, tests: () => void) => {
    if (missing.length === 0) {
      describe(title, tests);
      return;
    }
    const why = `not tried: there is no ${missing.join(', ')} here`;
    // eslint-disable-next-line jest/no-disabled-tests -- it counts as skipped, in sight
    describe.skip(`${title} (${why})`, tests);
  };
}

function isThere(program: string): boolean {
  return TOOL_PATH.split(delimiter).some(directory => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
