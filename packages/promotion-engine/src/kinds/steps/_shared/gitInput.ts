import { GitRef } from '../../../ports/git';

/** Name of a pinned Git input: `git:<url>#<branch|tag|commit>`; an empty ref is the default branch. */
export function gitInput(repoURL: string, ref: GitRef): string {
  return `git:${repoURL}#${ref.branch ?? ref.tag ?? ref.commit ?? ''}`;
}
