import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId } from './refNames';
import { parseTrackedTree } from './workspace/TrackedTree';

/** Entries of mode 160000: the commit of another repository, by path. */
export async function submodules(
  mirror: Mirror,
  commit: string,
): Promise<Record<string, string>> {
  await mirror.ready();
  try {
    const args = ['ls-tree', '-r', '-z', '--full-tree', assertObjectId(commit)];
    const { entries } = parseTrackedTree(await mirror.git(args));
    const links = [...entries].filter(([, { mode }]) => mode === '160000');
    return Object.fromEntries(links.map(([path, { id }]) => [path, id]));
  } catch (error) {
    throw explainFailure('list submodules of', mirror.remote.url, error);
  }
}
