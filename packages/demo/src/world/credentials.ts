import { randomBytes } from 'node:crypto';
import { readJson, writeJson } from './jsonFile';

/** Password by user of the Git server. */
export interface DemoCredentials {
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
  if (held) return held;
  const credentials = {
    portal: generatePassword(),
    cluster: generatePassword(),
    developer: generatePassword(),
  };
  await writeJson(path, credentials);
  return credentials;
}

function generatePassword(): string {
  return randomBytes(18).toString('hex');
}
