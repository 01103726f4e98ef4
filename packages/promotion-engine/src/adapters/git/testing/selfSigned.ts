import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** A certificate for this machine that nobody has reason to trust. Needs openssl. */
export function selfSigned(): { key: Buffer; cert: Buffer } {
  const directory = mkdtempSync(join(tmpdir(), 'stevedore-tls-'));
  const file = (name: string) => join(directory, name);
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const name = [
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
    ];
    const out = ['-nodes', '-keyout', file('key'), '-out', file('cert')];
    execFileSync('openssl', ['req', '-x509', ...curve, ...name, ...out], {
      stdio: 'pipe',
    });
    return { key: readFileSync(file('key')), cert: readFileSync(file('cert')) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
