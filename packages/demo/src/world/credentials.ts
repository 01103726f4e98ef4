import { randomBytes } from 'node:crypto';
import { readJson, writeJson } from './jsonFile';

export interface DemoCredentials {
  /** Password by user of the Git server. */
  readonly git: GitPasswords;
  /** What the registry proves itself by when it tells of pushes. */
  readonly webhook: string;
}

export interface GitPasswords {
  /** Backstage's, through `integrations`. */
  readonly portal: string;
  /** Reads only. */
  readonly cluster: string;
  /** For the person who tries the demo. */
  readonly developer: string;
}

/** Makes the passwords at the first start; later the same are used. */
export async function loadCredentials(path: string): Promise<DemoCredentials> {
  const held = await readJson<DemoCredentials>(path);
  if (held?.git) return held;
  const credentials = {
    git: {
      portal: generatePassword(),
      cluster: generatePassword(),
      developer: generatePassword(),
    },
    webhook: generatePassword(),
  };
  await writeJson(path, credentials);
  return credentials;
}

function generatePassword(): string {
  return randomBytes(18).toString('hex');
}
