import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { GitError, ProgramError } from '../../../model/errors';
import { programEnvironment } from '../../programs/environment';
import { findExecutable } from '../../programs/findExecutable';
import { runProcess } from '../../programs/runProcess';
import { SignatureRequest, SigningPlace } from './signing';
import { signWithGpg } from './signWithGpg';
import { signWithSsh } from './signWithSsh';
import { keyKind, missing, NO_KEY } from './signingKey';

const TIMEOUT_MS = 60_000;
const LARGEST_OUTPUT = 1_000_000;

/** How GnuPG and OpenSSH say that they would have to ask. */
const LOCKED = /No pinentry|incorrect passphrase/i;

/**
 * Signs in a keyring of its own: the key is in a directory of one signature, beside no workspace, and deleted with it.
 * @param path where programs are looked for, as in PATH
 * @returns the signature, armoured, ending in a newline
 * @throws GitError with a sentence that has nothing of the key
 */
export async function sign(
  request: SignatureRequest,
  path: string,
): Promise<string> {
  const { key } = request;
  const how = HOW[kindOf(key)];
  // a short path: the socket of GnuPG's agent may be in it
  const directory = await mkdtemp(join(tmpdir(), 'sd-key-'));
  try {
    return await how(request, { directory, run: runner(directory, path) });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    const why = LOCKED.test(error.message)
      ? 'the key has a passphrase, which nobody is there to type: give one without.'
      : error.message;
    throw new GitError(`Could not sign: ${why}`, { retryable: false });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const HOW = { openpgp: signWithGpg, ssh: signWithSsh };

function kindOf(key: string) {
  const kind = keyKind(key);
  if (kind) return kind;
  throw new GitError(NO_KEY, { retryable: false });
}

function runner(directory: string, path: string): SigningPlace['run'] {
  return async (program, args) => {
    const file = await findExecutable(path, program);
    if (!file) throw new GitError(missing(program), { retryable: false });
    return runProcess({
      name: program,
      file,
      args,
      cwd: directory,
      environment: programEnvironment({
        path,
        home: directory,
        network: false,
      }),
      timeoutMs: TIMEOUT_MS,
      largestOutput: LARGEST_OUTPUT,
    });
  };
}
