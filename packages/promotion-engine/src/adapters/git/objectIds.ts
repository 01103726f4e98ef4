import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId } from './refNames';

/** Ids of files and directories in a commit, in one process; `.` is the whole tree. */
export async function objectIds(
  mirror: Mirror,
  commit: string,
  paths: string[],
): Promise<Record<string, string>> {
  assertObjectId(commit);
  if (paths.length === 0) {
    return {};
  }
  await mirror.ready();
  const input = paths.map(path => `${commit}:${inTree(path)}\0`).join('');
  let lines: string[];
  try {
    const printed = await mirror.git(
      ['cat-file', '-z', '--batch-check=%(objectname) %(objecttype)'],
      input,
    );
    lines = printed.toString().split('\n');
  } catch (error) {
    throw explainFailure('read objects of', mirror.remote.url, error);
  }
  const found = paths.flatMap((path, index) => {
    const match = /^([0-9a-f]{40,64}) (blob|tree|commit)$/.exec(
      lines[index] ?? '',
    );
    return match ? [[path, match[1]]] : [];
  });
  return Object.fromEntries(found);
}

/** A name with a line break cannot be told apart in the answer; it is looked up as one that is never there. */
function inTree(path: string): string {
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  return path.includes('\n') ? '.git' : parts.join('/');
}
