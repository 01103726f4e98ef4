import { GitAuthor } from '../../../ports/git';
import { committerOf } from '../identityEnvironment';
import { GitContext } from '../options';
import { sign } from './sign';

export type Signer = (payload: Buffer, at: number) => Promise<string>;

/**
 * Who signs: the author, with a key of their own; or the platform, what it commits itself (Kargo 8.5: an author of
 * `git-clone` takes the place of the whole client of the system).
 */
export function signerOf(
  context: GitContext,
  author: GitAuthor,
): Signer | undefined {
  const identity = committerOf(context, author);
  const { system } = context;
  const isSystem =
    system?.name === identity.name && system.email === identity.email;
  const key = author.signingKey || (isSystem ? system?.signingKey : undefined);
  if (!key) return undefined;
  const path = context.path ?? process.env.PATH ?? '';
  return (payload, at) => sign({ payload, key, identity, at }, path);
}
