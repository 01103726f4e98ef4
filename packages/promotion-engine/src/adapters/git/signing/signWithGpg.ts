import { readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { GitError } from '../../../model/errors';
import { GitIdentity } from '../../../ports/git';
import { SignatureRequest, SigningPlace } from './signing';

/** A detached OpenPGP signature, as `git commit -S` makes it, at the moment of the commit. */
export async function signWithGpg(
  { payload, key, identity, at }: SignatureRequest,
  { directory, run }: SigningPlace,
): Promise<string> {
  await writeFile(join(directory, 'key'), key, { mode: 0o600 });
  await writeFile(join(directory, 'payload'), payload);
  const gpg = (...args: string[]) =>
    run('gpg', [
      `--homedir=${directory}`,
      '--batch',
      '--quiet',
      '--no-tty',
      // nobody is there to be asked for a passphrase
      '--pinentry-mode=error',
      ...args,
    ]);
  try {
    await gpg('--import', 'key');
    const listed = await gpg('--with-colons', '--list-secret-keys');
    await gpg(
      `--faked-system-time=${at}!`,
      `--local-user=${fingerprintFor(identity, listed)}`,
      '--armor',
      '--output=signature',
      '--detach-sign',
      'payload',
    );
    return await readFile(join(directory, 'signature'), 'utf8');
  } finally {
    // it ends by itself only a minute after its directory is gone
    await run('gpgconf', [
      `--homedir=${directory}`,
      '--kill',
      'gpg-agent',
    ]).catch(() => {});
  }
}

/** @throws GitError for a key of somebody else: hosts show such a commit as unverified (Kargo 8.5) */
function fingerprintFor({ name, email }: GitIdentity, listed: string): string {
  const records = listed.split('\n').map(line => line.split(':'));
  const fingerprint = records.find(([kind]) => kind === 'fpr')?.[9];
  const owners = records
    .filter(([kind]) => kind === 'uid')
    .map(record => unescaped(record[9]));
  const belongs = owners.some(owner => sameOwner(owner, { name, email }));
  if (fingerprint && belongs) return `${fingerprint}`;
  throw new GitError(
    `The signing key belongs to ${
      owners.join(', ') || 'nobody'
    }, but commits are by ${name} <${email}>: give author the name and the address of the key.`,
    { retryable: false },
  );
}

/** `Ada Lovelace (release bot) <ada@example.com>`; what is in brackets is a comment. */
function sameOwner(owner: string, { name, email }: GitIdentity): boolean {
  const [, called = '', address = ''] = /^(.*?)\s*<([^>]*)>$/.exec(owner) ?? [];
  return (
    [called, called.replace(/\s*\([^)]*\)$/, '')].includes(name) &&
    address.toLowerCase() === email.toLowerCase()
  );
}

/** Colons and control characters stand as `\x3a` in the listing (GnuPG, DETAILS). */
function unescaped(text = ''): string {
  return text.replace(/\\x([0-9a-f]{2})/g, (_, code) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
