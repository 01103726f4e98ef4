import { execFileSync } from 'child_process';
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { GitAuthor, GitRepositories, Workspace } from '../../../ports/git';
import { whereThereIs } from '../../../testing/programs/whereThereIs';
import { SigningKeys } from '../testing/SigningKeys';
import { AT, TestRemote } from '../testing/TestRemote';

jest.setTimeout(60_000);

const BOT = { name: 'Release Bot', email: 'bot@example.com' };

whereThereIs(
  'gpg',
  'gpgconf',
  'ssh-keygen',
)('signatures', () => {
  let keys: SigningKeys;
  let remote: TestRemote;
  let base: string;
  beforeAll(() => {
    keys = new SigningKeys();
    remote = new TestRemote();
    remote.write('tag', '1\n');
    base = remote.push('first');
  });
  afterAll(() => {
    remote.remove();
    keys.remove();
  });

  async function checkedOut(git: GitRepositories): Promise<Workspace> {
    const workspace = await git.openWorkspace('run');
    const from = { repoURL: remote.url, commit: base, branch: 'main' };
    await workspace.checkout({ ...from, path: 'src' });
    return workspace;
  }

  /** Commits, tags and pushes both as `branch`. */
  async function release(
    git: GitRepositories,
    branch: string,
    author: GitAuthor,
  ) {
    const workspace = await checkedOut(git);
    await workspace.writeText('src/tag', '2\n');
    const made = { path: 'src', message: `Promote`, at: AT };
    const commit = await workspace.commit({ ...made, author, trailers: {} });
    const tagged = await workspace.tag({
      ...made,
      tag: branch,
      tagger: author,
    });
    await git.push(remote.url, { branch, commit: commit!.commit });
    await git.pushTag(remote.url, { tag: branch, object: tagged.object });
    remote.git('fetch', '-q', '--tags', 'origin');
    return { commit: commit!.commit, object: tagged.object };
  }

  /** What Git itself says of a signature, with the keys that it is to trust. */
  function verified(kind: 'commit' | 'tag', id: string, ssh?: string): string {
    const environment = { ...process.env, GNUPGHOME: keys.directory };
    const signers = join(keys.directory, 'signers');
    if (ssh) {
      const key = readFileSync(join(keys.directory, `${ssh}.pub`), 'utf8');
      writeFileSync(signers, `${BOT.email} ${key}`);
    }
    const config = ['-c', `gpg.ssh.allowedSignersFile=${signers}`];
    const args = ['-C', remote.work, ...config, `verify-${kind}`, '--raw', id];
    return execFileSync('sh', ['-c', 'git "$@" 2>&1', 'sh', ...args], {
      env: environment,
      encoding: 'utf8',
    });
  }

  it.each(['ed25519', 'rsa2048', 'nistp256'])(
    'of commits and tags are good with an OpenPGP key of kind %s, and the same again',
    async kind => {
      const owner = { name: `Bot ${kind}`, email: `${kind}@example.com` };
      const signingKey = keys.openPgp(`${owner.name} <${owner.email}>`, kind);
      const author = { ...owner, signingKey };
      const first = await release(remote.adapter(`${kind}-1`), kind, author);
      expect(verified('commit', first.commit)).toContain('[GNUPG:] GOODSIG');
      expect(verified('tag', kind)).toContain('[GNUPG:] GOODSIG');
      const who = ['log', '-1', '--format=%an <%ae> %cn <%ce>', first.commit];
      expect(remote.git(...who)).toBe(
        `${owner.name} <${owner.email}> ${owner.name} <${owner.email}>`,
      );
      expect(await release(remote.adapter(`${kind}-2`), kind, author)).toEqual(
        first,
      );
    },
  );

  it.each(['ed25519', 'rsa'])(
    'of commits and tags are good with an SSH key of kind %s, and the same again',
    async kind => {
      const author = { ...BOT, signingKey: keys.ssh(kind) };
      const branch = `ssh-${kind}`;
      const first = await release(
        remote.adapter(`${branch}-1`),
        branch,
        author,
      );
      const good = `Good "git" signature for ${BOT.email}`;
      expect(verified('commit', first.commit, kind)).toContain(good);
      expect(verified('tag', branch, kind)).toContain(good);
      expect(
        await release(remote.adapter(`${branch}-2`), branch, author),
      ).toEqual(first);
    },
  );

  it('of the platform are on its own commits, and on no others', async () => {
    const signingKey = keys.openPgp(`${BOT.name} (platform) <${BOT.email}>`);
    const git = remote.adapter('system', { system: { ...BOT, signingKey } });
    const own = await release(git, 'system', BOT);
    expect(verified('commit', own.commit)).toContain('GOODSIG');
    expect(verified('tag', 'system')).toContain('GOODSIG');
    const root = await git.rootCommit(remote.url, { author: BOT, at: AT });
    await git.push(remote.url, { branch: 'orphan', commit: root });
    remote.git('fetch', '-q', 'origin');
    expect(verified('commit', root)).toContain('GOODSIG');
    const others = await release(git, 'others', { ...BOT, name: 'Ada' });
    expect(remote.git('cat-file', '-p', others.commit)).not.toContain('gpgsig');
  });

  it('leave no key behind, in no directory and no message', async () => {
    const before = readdirSync(tmpdir()).filter(name => /^sd-key-/.test(name));
    const signingKey = keys.openPgp('Tidy <tidy@example.com>');
    const author = { name: 'Tidy', email: 'tidy@example.com', signingKey };
    await release(remote.adapter('tidy'), 'tidy', author);
    const after = readdirSync(tmpdir()).filter(name => /^sd-key-/.test(name));
    expect(after.filter(name => !before.includes(name))).toEqual([]);
    const line = signingKey.split('\n')[4];
    const found = (text: string) =>
      execFileSync(
        'sh',
        [
          '-c',
          'grep -rlF -e "$1" "$2" || true',
          'sh',
          text,
          join(remote.directory, 'tidy'),
        ],
        { encoding: 'utf8' },
      );
    expect(found(line)).toBe('');
    expect(found('refs/heads')).not.toBe('');
  });

  it.each<[string, () => GitAuthor, string]>([
    [
      'a key of somebody else',
      () => ({ ...BOT, signingKey: keys.openPgp('Eve <eve@example.com>') }),
      'The signing key belongs to Eve <eve@example.com>, but commits are by Release Bot <bot@example.com>: give author the name and the address of the key.',
    ],
    [
      'a key behind a passphrase',
      () => ({
        name: 'Shy',
        email: 'shy@example.com',
        signingKey: keys.openPgp('Shy <shy@example.com>', 'ed25519', 'x y z'),
      }),
      'Could not sign: the key has a passphrase, which nobody is there to type: give one without.',
    ],
    [
      'an SSH key behind a passphrase',
      () => ({ ...BOT, signingKey: keys.ssh('ecdsa', 'x y z') }),
      'Could not sign: the key has a passphrase, which nobody is there to type: give one without.',
    ],
    [
      'something else',
      () => ({ ...BOT, signingKey: 'hello' }),
      'The signing key is no private key',
    ],
    [
      'a key that was cut off',
      () => ({
        ...BOT,
        signingKey: `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgEaSBN\n`,
      }),
      'Could not sign: gpg failed',
    ],
  ])('cannot be made with %s', async (what, author, sentence) => {
    const { signingKey, ...rest } = author();
    const workspace = await checkedOut(remote.adapter(what));
    await workspace.writeText('src/tag', '3\n');
    const commit = workspace.commit({
      path: 'src',
      message: 'Promote',
      trailers: {},
      author: { ...rest, signingKey },
      at: AT,
    });
    await expect(commit).rejects.toMatchObject({
      name: 'GitError',
      retryable: false,
      message: expect.stringContaining(sentence),
    });
    const { message } = await commit.catch(error => error);
    for (const line of signingKey!
      .split('\n')
      .filter(text => text.length > 20 && !text.startsWith('---')))
      expect(message).not.toContain(line);
  });

  it.each([
    [
      'gpg',
      '-----BEGIN PGP PRIVATE KEY BLOCK-----',
      'install GnuPG 2.2 or newer',
    ],
    [
      'ssh-keygen',
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      'install OpenSSH 8.2 or newer',
    ],
  ])('need %s, and say how to get it', async (program, signingKey, cure) => {
    const git = remote.adapter('missing', { path: '/nowhere' });
    const author = { ...BOT, signingKey };
    await expect(
      git.rootCommit(remote.url, { author, at: AT }),
    ).rejects.toThrow(
      `There is no ${program} on this machine, so nothing can be signed: ${cure} where the backend runs, on its PATH.`,
    );
  });
});
