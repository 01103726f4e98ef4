import { spawnSync } from 'child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { GitError } from '../../model/errors';
import { GitRepositories } from '../../ports/git';
import { GitAdapterOptions } from './options';
import { gitProcesses } from './processes';
import { CgiServer, startCgiServer } from './testing/startCgiServer';
import { AT, AUTHOR, TestRemote } from './testing/TestRemote';

const PASSWORD = 's3cr3t/p@ss';

describe('repositories', () => {
  let remote: TestRemote;
  let server: CgiServer;
  let first: string;
  let count = 0;

  function adapter(options: Partial<GitAdapterOptions> = {}): GitRepositories {
    count += 1;
    return remote.adapter(`adapter-${count}`, options);
  }

  async function promote(
    repositories: GitRepositories,
    runId: string,
    text: string,
  ): Promise<string> {
    const { commit } = await repositories.resolve(remote.url, {
      branch: 'main',
    });
    const workspace = await repositories.openWorkspace(runId);
    await workspace.checkout({
      repoURL: remote.url,
      commit,
      branch: 'main',
      path: 'src',
    });
    await workspace.writeText('src/value', text);
    const trailers = {
      'Stevedore-Promotion': runId,
      'Stevedore-Step': 'commit',
    };
    const options = {
      path: 'src',
      message: `Promote ${text}`,
      trailers,
      author: AUTHOR,
      at: AT,
    };
    return (await workspace.commit(options))!.commit;
  }

  beforeAll(async () => {
    remote = new TestRemote();
    remote.write('value', '1\n');
    first = remote.push('first');
    remote.git('tag', '-a', 'v1', '-m', 'v1');
    remote.git('push', '-q', 'origin', 'v1');
    remote.git('--git-dir', remote.bare, 'config', 'http.receivepack', 'true');
    server = await startCgiServer(remote.directory, {
      username: 'ada',
      password: PASSWORD,
    });
  });
  afterAll(async () => {
    await server.close();
    remote.remove();
  });

  it('resolves branches, tags, commits and the default branch', async () => {
    const repositories = adapter();
    expect(await repositories.resolve(remote.url, {})).toEqual({
      commit: first,
      branch: 'main',
    });
    expect(await repositories.resolve(remote.url, { branch: 'main' })).toEqual({
      commit: first,
      branch: 'main',
    });
    expect(await repositories.resolve(remote.url, { tag: 'v1' })).toEqual({
      commit: first,
    });
    expect(await repositories.resolve(remote.url, { commit: first })).toEqual({
      commit: first,
    });
    await expect(
      repositories.resolve(remote.url, { branch: 'nope' }),
    ).rejects.toThrow(/has no branch "nope"/);
    await expect(
      repositories.resolve(remote.url, { tag: 'nope' }),
    ).rejects.toThrow(/has no tag "nope"/);
    await expect(
      repositories.resolve(remote.url, { commit: 'a'.repeat(40) }),
    ).rejects.toThrow(/has no commit aaa/);
    await expect(
      repositories.resolve(remote.url, { branch: '--upload-pack=x' }),
    ).rejects.toThrow(GitError);
  });

  it('asks once for concurrent resolves, and never answers from an older one', async () => {
    const repositories = adapter();
    await repositories.resolve(remote.url, { branch: 'main' });
    const before = gitProcesses();
    const refs = Array.from({ length: 10 }, () =>
      repositories.resolve(remote.url, { branch: 'main' }),
    );
    expect(
      new Set((await Promise.all(refs)).map(found => found.commit)).size,
    ).toBe(1);
    // one question, and no fetch of what is here
    expect(gitProcesses() - before).toBe(1);
    const early = repositories.resolve(remote.url, { branch: 'main' });
    remote.write('other', `${count}\n`);
    const commit = remote.push('newer');
    expect(
      (await repositories.resolve(remote.url, { branch: 'main' })).commit,
    ).toBe(commit);
    await early;
  });

  it('pushes, finds its commit by trailers, and loses a race without damage', async () => {
    const repositories = adapter();
    const { commit: base } = await repositories.resolve(remote.url, {
      branch: 'main',
    });
    const won = await promote(repositories, 'run-1', 'won');
    const lost = await promote(repositories, 'run-2', 'lost');
    const trailers = {
      'Stevedore-Promotion': 'run-1',
      'Stevedore-Step': 'commit',
    };
    const search = { branch: 'main', base, trailers };
    expect(
      await repositories.findByTrailers(remote.url, search),
    ).toBeUndefined();
    expect(
      await repositories.push(remote.url, { branch: 'main', commit: won }),
    ).toEqual({ status: 'pushed' });
    expect(
      await repositories.push(remote.url, { branch: 'main', commit: won }),
    ).toEqual({ status: 'pushed' });
    const result = await repositories.push(remote.url, {
      branch: 'main',
      commit: lost,
    });
    expect(result).toEqual({
      status: 'rejected',
      message: expect.stringMatching(/main of .* has moved/),
    });
    expect(await adapter().findByTrailers(remote.url, search)).toBe(won);
    expect(
      await repositories.findByTrailers(remote.url, { ...search, base: won }),
    ).toBeUndefined();
    expect(
      await repositories.findByTrailers(remote.url, {
        ...search,
        branch: 'none',
      }),
    ).toBeUndefined();
    const other = { ...trailers, 'Stevedore-Step': 'comm' };
    expect(
      await repositories.findByTrailers(remote.url, {
        branch: 'main',
        trailers: other,
      }),
    ).toBeUndefined();
    expect(
      await repositories.push(remote.url, { branch: 'own', commit: lost }),
    ).toEqual({ status: 'pushed' });
    expect(
      await repositories.push(remote.url, {
        branch: 'own',
        commit: won,
        force: true,
      }),
    ).toEqual({ status: 'pushed' });
    remote.git('pull', '-q', 'origin', 'main');
  });

  it('lets one of several concurrent pushes win', async () => {
    const repositories = adapter();
    const commits = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        promote(repositories, `race-${name}`, name),
      ),
    );
    const results = await Promise.all(
      commits.map(commit =>
        repositories.push(remote.url, { branch: 'main', commit }),
      ),
    );
    expect(results.map(result => result.status).sort()).toEqual([
      'pushed',
      'rejected',
      'rejected',
      'rejected',
    ]);
    remote.git('pull', '-q', 'origin', 'main');
  });

  it("passes on a hook's refusal as an error", async () => {
    const guarded = new TestRemote();
    guarded.write('a', 'a');
    const commit = guarded.push('a');
    const hook = join(guarded.bare, 'hooks/pre-receive');
    mkdirSync(dirname(hook));
    writeFileSync(
      hook,
      '#!/bin/sh\necho "policy: ask the owner" >&2\nexit 1\n',
    );
    chmodSync(hook, 0o755);
    const repositories = adapter();
    await repositories.resolve(guarded.url, { branch: 'main' });
    const push = repositories.push(guarded.url, { branch: 'new', commit });
    await expect(push).rejects.toThrow(
      /pre-receive hook declined.*policy: ask the owner/,
    );
    guarded.remove();
  });

  it('works over HTTP with a password, in one fetch, and keeps the password to itself', async () => {
    const url = `${server.url}/remote.git`;
    const good = adapter({
      credentials: async () => ({ username: 'ada', password: PASSWORD }),
    });
    const { commit } = await good.resolve(url, { branch: 'main' });
    server.requests.length = 0;
    await good.resolve(url, { branch: 'main' });
    expect(server.requests.map(request => request.replace(/\?.*/, ''))).toEqual(
      ['/remote.git/info/refs', '/remote.git/git-upload-pack'],
    );
    const header = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;
    const byHeader = adapter({
      credentials: async () => ({ headers: { Authorization: header } }),
    });
    expect((await byHeader.resolve(url, { branch: 'main' })).commit).toBe(
      commit,
    );
    expect(await good.push(url, { branch: 'http', commit })).toEqual({
      status: 'pushed',
    });
    const embedded = url.replace(
      '://',
      `://ada:${encodeURIComponent(PASSWORD)}@`,
    );
    expect((await adapter().resolve(embedded, { branch: 'main' })).commit).toBe(
      commit,
    );
    const missing = await good
      .resolve(`${server.url}/none.git`, {})
      .catch(error => error);
    expect(missing.message).toMatch(/no such repository/);
    for (const secret of [PASSWORD, header.slice(6)]) {
      const found = spawnSync(
        'grep',
        ['-rlF', '-e', secret, remote.directory],
        { encoding: 'utf8' },
      );
      expect(found).toMatchObject({ status: 1, stdout: '' });
    }
  });

  it('says what is wrong, without secrets', async () => {
    const url = `${server.url}/remote.git`;
    const wrong = adapter({
      credentials: async () => ({ username: 'ada', password: 'wr0ng-pass' }),
    });
    const refused: GitError = await wrong
      .resolve(url, { branch: 'main' })
      .catch(error => error);
    expect(refused).toBeInstanceOf(GitError);
    expect(refused.message).toMatch(/refused the user name or password/);
    expect(refused.retryable).toBe(false);
    const embedded = await adapter()
      .resolve(url.replace('://', '://ada:wr0ng-pass@'), {})
      .catch(error => error);
    const dead: GitError = await adapter()
      .resolve('http://ada:wr0ng-pass@127.0.0.1:1/x.git', { branch: 'main' })
      .catch(error => error);
    expect(dead.message).toMatch(/cannot be reached/);
    expect(dead.retryable).toBe(true);
    const basic = Buffer.from('ada:wr0ng-pass').toString('base64');
    for (const error of [refused, embedded, dead]) {
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(
        'wr0ng-pass',
      );
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(basic);
    }
    await expect(
      adapter().resolve('file:///nowhere/x.git', {}),
    ).rejects.toThrow(/no such repository/);
    await expect(
      adapter({ allowFile: false }).resolve(remote.url, {}),
    ).rejects.toThrow(/cannot be used/);
    await expect(adapter().resolve('ext::sh -c "touch x"', {})).rejects.toThrow(
      GitError,
    );
  });

  it('refuses a Git that is too old, or missing', async () => {
    const old = join(remote.directory, 'old-git');
    writeFileSync(old, '#!/bin/sh\necho git version 2.30.2\n');
    chmodSync(old, 0o755);
    await expect(
      adapter({ binary: old }).resolve(remote.url, {}),
    ).rejects.toThrow(/2\.30\.2.*needs Git 2\.39/);
    await expect(
      adapter({ binary: `${old}-none` }).resolve(remote.url, {}),
    ).rejects.toThrow(/not installed/);
  });

  it('refuses a tree with a .git in it', async () => {
    const blob = remote.git('hash-object', '-w', '--stdin', '--path=x');
    const inner = Buffer.concat([
      Buffer.from('100644 config\0'),
      Buffer.from(blob, 'hex'),
    ]);
    writeFileSync(join(remote.directory, 'inner'), inner);
    const hash = (file: string) =>
      remote.git('hash-object', '-t', 'tree', '--literally', '-w', file);
    const innerId = hash(join(remote.directory, 'inner'));
    const outer = Buffer.concat([
      Buffer.from('40000 .git\0'),
      Buffer.from(innerId, 'hex'),
    ]);
    writeFileSync(join(remote.directory, 'outer'), outer);
    const commit = remote.git(
      'commit-tree',
      hash(join(remote.directory, 'outer')),
      '-m',
      'evil',
    );
    remote.git('push', '-q', 'origin', `${commit}:refs/heads/evil`);
    const repositories = adapter();
    await repositories.resolve(remote.url, { branch: 'evil' });
    const workspace = await repositories.openWorkspace('run-1');
    await expect(
      workspace.checkout({ repoURL: remote.url, commit, path: 'src' }),
    ).rejects.toThrow(GitError);
    expect(await workspace.list('.')).toEqual(['src']);
    expect(await workspace.list('src')).toEqual([]);
  });
});
