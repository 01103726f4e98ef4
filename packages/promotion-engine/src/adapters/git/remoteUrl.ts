import { createHash } from 'crypto';
import { GitError } from '../../model/errors';
import { GitCredentials } from './options';

export interface RemoteUrl {
  /** Without user name and password: may be shown, logged and put on a command line. */
  url: string;
  /** Directory name of the mirror: sha256 hex of `url`, which means the same with `.git` at its end and without. */
  key: string;
  /** Whatever certificate it shows is taken. */
  insecure?: boolean;
  /** Credentials that were written into the address. */
  embedded?: GitCredentials;
}

/** @throws GitError for an address that is not http, https or (when allowed) file. */
export function parseRemoteUrl(repoURL: string, allowFile: boolean): RemoteUrl {
  let parsed: URL;
  try {
    parsed = new URL(repoURL.trim());
  } catch {
    throw refuse('A repository address');
  }
  const allowed = allowFile
    ? ['http:', 'https:', 'file:']
    : ['http:', 'https:'];
  if (!allowed.includes(parsed.protocol)) {
    throw refuse(`A ${parsed.protocol}// repository address`);
  }
  const embedded = parsed.username
    ? {
        username: decodeURIComponent(parsed.username),
        password: decodeURIComponent(parsed.password),
      }
    : undefined;
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  parsed.search = '';
  const url = parsed.toString().replace(/\/+$/, '');
  const plain = url.replace(/\.git$/, '');
  const key = createHash('sha256').update(plain).digest('hex');
  return { url, key, embedded };
}

function refuse(what: string): GitError {
  return new GitError(
    `${what} cannot be used here: write it as https://host/path`,
    { retryable: false },
  );
}
