import { RemoteRefs } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { BRANCHES, readRefs } from './readRefs';

/** Asks the remote what it has, in one question; the mirror stays as it is. */
export async function remoteRefs(
  mirror: Mirror,
  signal?: AbortSignal,
): Promise<RemoteRefs> {
  await mirror.ready();
  const args = ['ls-remote', '--heads', '--tags', mirror.remote.url];
  try {
    const authorization = await mirror.authorization();
    return readRefs(await mirror.talk(args, authorization, signal));
  } catch (error) {
    throw explainFailure('list the refs of', mirror.remote.url, error);
  }
}

/** Brings the mirror up to date, unless what is wanted of it is as the remote has it. */
export async function updateMirror(
  mirror: Mirror,
  wanted: Partial<RemoteRefs>,
  signal?: AbortSignal,
): Promise<void> {
  await mirror.ready();
  if (!(await isCurrent(mirror, wanted))) await mirror.fetch(signal);
}

async function isCurrent(
  mirror: Mirror,
  { branches, tags }: Partial<RemoteRefs>,
): Promise<boolean> {
  const printed = await mirror.git([
    'for-each-ref',
    '--format=%(objectname)\t%(refname)',
    'refs/remotes/origin',
    'refs/tags',
  ]);
  const text = printed
    .toString()
    .replace(/\trefs\/remotes\/origin\//g, `\t${BRANCHES}`);
  const here = readRefs(text);
  const wantedBranches = Object.entries(branches ?? {});
  if (wantedBranches.some(([name, id]) => here.branches[name] !== id))
    return false;
  if (!tags) return true;
  const names = Object.keys(tags);
  return (
    names.length === Object.keys(here.tags).length &&
    names.every(name => here.tags[name] === tags[name])
  );
}
