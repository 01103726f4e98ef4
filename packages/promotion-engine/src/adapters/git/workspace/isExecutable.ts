import { stat } from 'fs/promises';
import { PathError } from '../../../model/errors';
import { ResolvedPath } from './resolvePath';

/** @throws PathError for what is no file */
export async function isExecutable(
  found: ResolvedPath,
  asked: string,
): Promise<boolean> {
  if (found.kind !== 'file')
    throw new PathError(
      found.kind
        ? `"${asked}" is a ${found.kind}, not a file`
        : `There is no file "${asked}"`,
    );
  const inside = found.checkout?.inside(found.path);
  if (inside !== undefined) found.checkout!.touch([inside], 'read');
  if (found.onDisk) return ((await stat(found.absolute)).mode & 0o100) !== 0;
  const tracked = await found.checkout!.tracked();
  return tracked.entries.get(inside!)?.mode === '100755';
}
