import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a directory: path with `/`, to its text. */
export async function readFiles(
  directory: string,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      for (const [name, text] of Object.entries(await readFiles(path))) {
        files[`${entry.name}/${name}`] = text;
      }
    } else {
      files[entry.name] = await readFile(path, 'utf8');
    }
  }
  return files;
}
