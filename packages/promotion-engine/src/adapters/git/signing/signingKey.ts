import { findExecutable } from '../../programs/findExecutable';
import { SigningProgram } from './signing';

export const NO_KEY =
  'The signing key is no private key: give it ASCII-armoured, as gpg --armor --export-secret-keys prints it, or as an SSH key';

const INSTALL: Record<SigningProgram, string> = {
  gpg: 'GnuPG 2.2 or newer',
  gpgconf: 'GnuPG 2.2 or newer',
  'ssh-keygen': 'OpenSSH 8.2 or newer',
};

const PROGRAMS: Record<'openpgp' | 'ssh', SigningProgram[]> = {
  openpgp: ['gpg', 'gpgconf'],
  ssh: ['ssh-keygen'],
};

/** @returns undefined for what is no private key */
export function keyKind(key: string): 'openpgp' | 'ssh' | undefined {
  if (key.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')) return 'openpgp';
  return /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/.test(key) ? 'ssh' : undefined;
}

export const missing = (program: SigningProgram) =>
  `There is no ${program} on this machine, so nothing can be signed: install ${INSTALL[program]} where the backend runs, on its PATH.`;

/**
 * Whether this machine can sign with a key, for the log at the start.
 * @param path where programs are looked for, as in PATH
 */
export async function reportSigning(
  key: string,
  path: string = process.env.PATH ?? '',
): Promise<{ able: boolean; sentence: string }> {
  const kind = keyKind(key);
  if (!kind) return { able: false, sentence: `${NO_KEY}.` };
  for (const program of PROGRAMS[kind]) {
    if (!(await findExecutable(path, program)))
      return { able: false, sentence: missing(program) };
  }
  const [program] = PROGRAMS[kind];
  return { able: true, sentence: `Commits and tags are signed by ${program}.` };
}
