import { readFile } from 'fs/promises';
import { parseIndex } from './parseIndex';
import { parseTrackedTree, TrackedTree } from './TrackedTree';

/** Everything that an index holds; what cannot be read here is asked of Git. */
export async function readIndex(checkout: {
  indexFile: string;
  git(args: string[]): Promise<Buffer>;
}): Promise<TrackedTree> {
  const file = await readFile(checkout.indexFile).catch(() => undefined);
  const entries = file && parseIndex(file);
  return entries
    ? new TrackedTree(entries)
    : parseTrackedTree(await checkout.git(['ls-files', '--stage', '-z']));
}
