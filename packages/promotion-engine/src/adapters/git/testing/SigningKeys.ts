import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Before everything that tests sign. */
const MADE_AT = Date.parse('2026-01-01T00:00:00Z') / 1000;

/** Keys of people, in a place that the code under test never looks at. */
export class SigningKeys {
  readonly directory = mkdtempSync(join(tmpdir(), 'sd-test-'));

  gpg(...args: string[]): string {
    return execFileSync(
      'gpg',
      ['--homedir', this.directory, '--batch', '--quiet', ...args],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
  }

  openPgp(owner: string, kind = 'ed25519', passphrase = ''): string {
    const secret = ['--pinentry-mode', 'loopback', '--passphrase', passphrase];
    const at = `--faked-system-time=${MADE_AT}!`;
    this.gpg(
      at,
      ...secret,
      '--quick-generate-key',
      owner,
      kind,
      'sign',
      'never',
    );
    return this.gpg(...secret, '--armor', '--export-secret-keys', owner);
  }

  ssh(kind: string, passphrase = ''): string {
    const file = join(this.directory, kind);
    const args = ['-q', '-t', kind, '-N', passphrase, '-C', '', '-f', file];
    execFileSync('ssh-keygen', args);
    return readFileSync(file, 'utf8');
  }

  remove(): void {
    execFileSync('gpgconf', ['--homedir', this.directory, '--kill', 'all']);
    rmSync(this.directory, { recursive: true, force: true });
  }
}
