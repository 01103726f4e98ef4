import { constants } from 'fs';
import { access, stat } from 'fs/promises';
import { delimiter, isAbsolute, join } from 'path';

/** As a shell looks for it, but never relative to where the process is. */
export async function findExecutable(
  path: string,
  name: string,
): Promise<string | undefined> {
  const suffixes = process.platform === 'win32' ? ['.exe'] : [''];
  for (const directory of path.split(delimiter).filter(isAbsolute)) {
    for (const suffix of suffixes) {
      const file = join(directory, name + suffix);
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
