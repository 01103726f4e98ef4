import { GitAuthor, GitIdentity } from '../../ports/git';
import { GitContext } from './options';
import { unixSeconds } from './unixSeconds';

/** Author and committer of a commit, so that equal input gives an equal id. */
export function identityEnvironment(
  context: GitContext,
  { author, at }: { author: GitAuthor; at: string },
): Record<string, string> {
  const committer = committerOf(context, author);
  const date = `@${unixSeconds(at)} +0000`;
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: date,
  };
}

/** Who signs has to be who commits, or hosts do not verify it. */
export function committerOf(
  context: GitContext,
  author: GitAuthor,
): GitIdentity {
  return author.signingKey ? author : context.identity ?? author;
}
