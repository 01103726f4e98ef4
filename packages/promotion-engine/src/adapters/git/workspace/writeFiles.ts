import { mkdir, symlink, writeFile } from 'fs/promises';
import { dirname, join } from 'path';
import { SUBMODULE, SYMLINK } from '../objects/GitObject';
import { readObjects } from '../objects/readObjects';
import { hasAttributes } from './attributes';
import { Checkout } from './Checkout';

/** More than these are quicker for Git. */
const FEW = 20;

/**
 * Writes a few files of the head as they are in their blobs.
 * @returns false where that is for Git to do, because attributes may apply; then nothing was written
 */
export async function writeFiles(
  { mirror, record }: Checkout,
  directory: string,
  paths: string[],
): Promise<boolean> {
  if (paths.length > FEW) return false;
  const files = await mirror.filesOf(record.tree);
  const isPlain = (path: string) =>
    files.entries.get(path)?.mode !== SUBMODULE && !hasAttributes(files, path);
  if (!paths.every(isPlain)) return false;
  const entries = paths.map(path => files.entries.get(path)!);
  const blobs = await readObjects(
    mirror,
    entries.map(({ id }) => id),
  );
  if (!blobs) return false;
  for (const [index, path] of paths.entries()) {
    const { mode, id } = entries[index];
    const { body } = blobs.get(id)!;
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    if (mode === SYMLINK) await symlink(body, file);
    else {
      const permissions = mode === '100755' ? 0o777 : 0o666;
      await writeFile(file, body, { mode: permissions });
    }
  }
  return true;
}
