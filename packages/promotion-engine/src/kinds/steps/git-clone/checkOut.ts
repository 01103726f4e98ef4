import { posix } from 'path';
import { StepContext } from '../../../registry/step';
import { gitInput } from '../_shared/gitInput';
import { GitCloneConfig } from './schema';

type Context = StepContext<'workspace' | 'git'>;
export type CheckoutConfig = GitCloneConfig['checkout'][number];

/** Stands in a pin for the commit of a branch that the remote does not have yet. */
const NEW = 'new';

/**
 * Checks one ref out, pinned to what it meant when the step first ran. A branch that is to be created begins with a
 * commit of nothing, and the remote sees it when it is pushed.
 * @returns the commit
 */
export async function checkOut(
  context: Context,
  repoURL: string,
  checkout: CheckoutConfig,
): Promise<string> {
  const { path, branch, tag, commit: id, create, sparse } = checkout;
  const ref = {
    branch: branch || undefined,
    tag: tag || undefined,
    commit: id || undefined,
  };
  const pinned = await context.pin(gitInput(repoURL, ref), async () => {
    if (create && branch && !(await hasBranch(context, repoURL, branch)))
      return `${NEW} ${branch}`;
    const found = await context.git.resolve(repoURL, ref);
    return found.branch ? `${found.commit} ${found.branch}` : found.commit;
  });
  const [meant, onBranch] = pinned.split(' ');
  const isNew = meant === NEW;
  const commit = isNew
    ? await context.git.rootCommit(repoURL, {
        author: context.shared.author ?? context.identity,
        at: context.now,
      })
    : meant;
  const directories = sparse?.map(directory => posix.normalize(directory));
  await context.workspace.checkout({
    repoURL,
    commit,
    branch: onBranch,
    path,
    ...(isNew && { isNew }),
    ...(directories && { sparse: directories }),
  });
  return commit;
}

async function hasBranch(
  { git }: Context,
  repoURL: string,
  branch: string,
): Promise<boolean> {
  const { branches } = await git.refs(repoURL);
  return branch in branches;
}

/** @returns a sentence for a directory that cannot be a part of a cone */
export function sparseRefusal({
  sparse = [],
}: CheckoutConfig): string | undefined {
  const pattern = sparse.find(directory => /[*?[\]!]/.test(directory));
  if (pattern)
    return `sparse takes directories and no patterns, and ${pattern} is one`;
  const away = sparse.find(
    directory =>
      posix.isAbsolute(directory) ||
      posix.normalize(directory).split('/').includes('..'),
  );
  return (
    away && `sparse takes directories of the repository, and ${away} is none`
  );
}
