import { readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { SignatureRequest, SigningPlace } from './signing';

/** An SSH signature in the namespace of Git (gitformat-signature, `gpg.format=ssh`); it has no moment in it. */
export async function signWithSsh(
  { payload, key }: SignatureRequest,
  { directory, run }: SigningPlace,
): Promise<string> {
  await writeFile(join(directory, 'key'), `${key.trim()}\n`, { mode: 0o600 });
  await writeFile(join(directory, 'payload'), payload);
  await run('ssh-keygen', [
    '-q',
    '-Y',
    'sign',
    '-n',
    'git',
    '-f',
    'key',
    'payload',
  ]);
  return readFile(join(directory, 'payload.sig'), 'utf8');
}
