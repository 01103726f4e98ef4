import { GitError } from '../../model/errors';
import { GitRef } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId, assertRefName } from './refNames';

/**
 * Says what a ref means now, and brings its commit into the mirror. A full commit id that the mirror has needs no
 * network; a branch that stands where the mirror has been already needs one question and no fetch.
 */
export async function resolveRef(
  mirror: Mirror,
  ref: GitRef,
  signal?: AbortSignal,
): Promise<{ commit: string; branch?: string }> {
  if (ref.commit) {
    await ensureCommit(mirror, assertObjectId(ref.commit), signal);
    return { commit: ref.commit, ...(ref.branch && { branch: ref.branch }) };
  }
  if (ref.tag) {
    const tag = assertRefName('tag', ref.tag);
    await mirror.fetch(signal);
    return { commit: await find(mirror, 'tag', tag) };
  }
  if (ref.branch) {
    return resolveBranch(mirror, assertRefName('branch', ref.branch), signal);
  }
  return resolveBranch(mirror, await defaultBranch(mirror, signal), signal);
}

async function resolveBranch(
  mirror: Mirror,
  branch: string,
  signal?: AbortSignal,
): Promise<{ commit: string; branch: string }> {
  const head = await mirror.remoteHead(branch, signal);
  if (head && mirror.isWhole(head)) return { commit: head, branch };
  await mirror.fetch(signal);
  const commit = await find(mirror, 'branch', branch);
  mirror.rememberWhole(commit);
  return { commit, branch };
}

/** @throws GitError when neither the mirror nor the remote has the commit */
export async function ensureCommit(
  mirror: Mirror,
  commit: string,
  signal?: AbortSignal,
): Promise<void> {
  await mirror.ready();
  if (await peel(mirror, commit)) {
    return;
  }
  await mirror.fetch(signal);
  if (!(await peel(mirror, commit))) {
    await mirror
      .fetchCommit(commit, signal)
      .catch(() => signal?.throwIfAborted());
    if (!(await peel(mirror, commit))) {
      throw new GitError(`${mirror.remote.url} has no commit ${commit}`, {
        retryable: false,
      });
    }
  }
}

async function find(
  mirror: Mirror,
  kind: 'branch' | 'tag',
  name: string,
): Promise<string> {
  const commit = await peel(
    mirror,
    kind === 'branch' ? `refs/remotes/origin/${name}` : `refs/tags/${name}`,
  );
  if (!commit) {
    throw new GitError(
      `${mirror.remote.url} has no ${kind} "${name}": create it, or correct the name`,
      {
        retryable: false,
      },
    );
  }
  return commit;
}

async function peel(mirror: Mirror, name: string): Promise<string | undefined> {
  try {
    return (
      await mirror.git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
    )
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/** @throws GitError when HEAD leads to no branch */
export async function defaultBranch(
  mirror: Mirror,
  signal?: AbortSignal,
): Promise<string> {
  await mirror.ready();
  let printed: string;
  try {
    printed = await mirror.talk(
      ['ls-remote', '--symref', mirror.remote.url, 'HEAD'],
      await mirror.authorization(),
      signal,
    );
  } catch (error) {
    throw explainFailure(
      'ask for the default branch of',
      mirror.remote.url,
      error,
    );
  }
  const match = /^ref: refs\/heads\/(\S+)\s+HEAD$/m.exec(printed);
  if (!match) {
    throw new GitError(
      `${mirror.remote.url} has no default branch with a commit: name a branch, or push one`,
      {
        retryable: false,
      },
    );
  }
  return match[1];
}
