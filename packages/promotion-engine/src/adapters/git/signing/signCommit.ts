import { GitAuthor } from '../../../ports/git';
import { Mirror } from '../Mirror';
import { unixSeconds } from '../unixSeconds';
import { signerOf } from './signerOf';

/**
 * The same commit with a signature, where its author or the platform has a key; an object that no ref leads to.
 * Equal input gives an equal id, but for kinds of keys that sign by chance (SSH with ECDSA).
 */
export async function signCommit(
  mirror: Mirror,
  commit: string,
  { author, at }: { author: GitAuthor; at: string },
): Promise<string> {
  const signer = signerOf(mirror.context, author);
  if (!signer) return commit;
  const unsigned = await mirror.git(['cat-file', 'commit', commit]);
  const signature = await signer(unsigned, unixSeconds(at));
  const input = withSignature(unsigned, signature);
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin'];
  const signed = await mirror.git(args, { input, environment: {} });
  return signed.toString().trim();
}

/** After the other headers, its lines continued by a space (gitformat-signature). */
function withSignature(commit: Buffer, signature: string): Buffer {
  const end = commit.indexOf('\n\n');
  const header = `\ngpgsig ${signature.trimEnd().split('\n').join('\n ')}`;
  return Buffer.concat([
    commit.subarray(0, end),
    Buffer.from(header),
    commit.subarray(end),
  ]);
}
