import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { reportSigning } from './signingKey';

const begin = (what: string) => `-----BEGIN ${what}-----\n`;
const openpgp = begin('PGP PRIVATE KEY BLOCK');
const ssh = begin('OPENSSH PRIVATE KEY');

describe('what a backend says of its signing key when it starts', () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'stevedore-bin-'));
  });
  afterEach(() => rmSync(bin, { recursive: true, force: true }));
  const put = (name: string) => {
    writeFileSync(join(bin, name), '');
    chmodSync(join(bin, name), 0o755);
  };

  it.each([
    [openpgp, ['gpg', 'gpgconf'], 'GnuPG 2.2'],
    [ssh, ['ssh-keygen'], 'OpenSSH 8.2'],
  ])('names the program that is missing', async (key, programs, install) => {
    for (const program of programs) {
      const { able, sentence } = await reportSigning(key, bin);
      expect(able).toBe(false);
      expect(sentence).toContain(`There is no ${program} on this machine`);
      expect(sentence).toContain(`install ${install} or newer`);
      put(program);
    }
    expect(await reportSigning(key, bin)).toEqual({
      able: true,
      sentence: `Commits and tags are signed by ${programs[0]}.`,
    });
  });

  it('refuses what is no private key, without showing it', async () => {
    const { able, sentence } = await reportSigning('ssh-ed25519 AAAA', bin);
    expect(able).toBe(false);
    expect(sentence).toContain('is no private key');
    expect(sentence).not.toContain('AAAA');
  });
});
