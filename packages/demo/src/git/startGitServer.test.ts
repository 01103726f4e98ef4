import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitFiles } from './commitFiles';
import { createBareRepository } from './createBareRepository';
import { runGit } from './runGit';
import { GitServer, GitServerOptions, startGitServer } from './startGitServer';

const USERS = { portal: 'secret', reader: 'look' };
const IDENTITY = ['-c', 'user.name=T', '-c', 'user.email=t@localhost'];

describe('startGitServer', () => {
  let directory: string;
  let root: string;
  let server: GitServer;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'git-server-'));
    root = join(directory, 'repositories');
    await createBareRepository(root, 'acme/deploy', {
      'apps/web/dev/values.yaml': 'image:\n  tag: 1.0.0\n',
      'with "quotes" and spaces.txt': 'yes',
    });
  });

  afterEach(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  async function start(options: Partial<GitServerOptions> = {}) {
    server = await startGitServer({ root, users: USERS, ...options });
  }

  function address(user?: string, password?: string): string {
    const url = new URL(server.repositoryUrl('acme/deploy'));
    url.username = user ?? '';
    url.password = password ?? '';
    return url.href;
  }

  async function clone(url: string, name: string): Promise<string> {
    const target = join(directory, name);
    await runGit(['clone', '--quiet', url, target]);
    return target;
  }

  async function push(checkout: string, text: string): Promise<string> {
    await writeFile(join(checkout, 'new.txt'), text);
    await runGit(['add', '.'], { cwd: checkout });
    await runGit([...IDENTITY, 'commit', '-qm', 'Change'], { cwd: checkout });
    return runGit(['push', '--porcelain'], { cwd: checkout });
  }

  it('clones and pushes with a password', async () => {
    await start();
    const first = await clone(address('portal', 'secret'), 'first');
    expect(
      await readFile(join(first, 'with "quotes" and spaces.txt'), 'utf8'),
    ).toBe('yes');
    await push(first, 'pushed');
    const second = await clone(address('portal', 'secret'), 'second');
    expect(await readFile(join(second, 'new.txt'), 'utf8')).toBe('pushed');
  });

  it('refuses to clone without a password or with a wrong one', async () => {
    await start();
    await expect(clone(address(), 'none')).rejects.toThrow('terminal prompts');
    await expect(clone(address('portal', 'x'), 'wrong')).rejects.toThrow(
      'Authentication failed',
    );
  });

  it('tells of a push, by the name of the repository', async () => {
    const pushes: string[] = [];
    await start({ users: undefined, onPush: name => pushes.push(name) });
    const checkout = await clone(`${address()}.git`, 'told');
    expect(pushes).toEqual([]);
    await push(checkout, 'told');
    expect(pushes).toEqual(['acme/deploy']);
  });

  it('lets a reader fetch, not push', async () => {
    await start({ readers: ['reader'] });
    const checkout = await clone(address('reader', 'look'), 'reader');
    await expect(push(checkout, 'no')).rejects.toThrow('403');
  });

  it('needs no password where it has no users', async () => {
    await start({ users: undefined });
    const checkout = await clone(address(), 'open');
    await push(checkout, 'open');
    expect(server.requests.count({ path: /git-receive-pack$/ })).toBe(1);
  });

  it('streams packs larger than one buffer, both ways', async () => {
    await start({ users: undefined });
    const checkout = await clone(address(), 'large');
    const noise = Array.from({ length: 200_000 }, () => Math.random());
    await push(checkout, noise.join('\n'));
    const copy = await clone(address(), 'copy');
    expect(await readFile(join(copy, 'new.txt'), 'utf8')).toBe(
      noise.join('\n'),
    );
  });

  it('can lose the answer of a push that landed', async () => {
    await start({ users: undefined });
    const checkout = await clone(address(), 'lost');
    server.faults.inject({
      fault: { kind: 'lose-answer' },
      match: { method: 'POST', path: /git-receive-pack$/ },
      times: 1,
    });
    await expect(push(checkout, 'landed')).rejects.toThrow('git push failed');
    const head = await runGit(['rev-parse', 'HEAD'], { cwd: checkout });
    const remote = await runGit(['ls-remote', address(), 'main']);
    expect(remote.startsWith(head.trim())).toBe(true);
  });

  it('serves nothing outside its root', async () => {
    await start({ users: undefined });
    for (const path of ['/../etc/info/refs', '/acme/deploy', '/a/..%2f/HEAD']) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    }
    const missing = '/acme/none/info/refs?service=git-upload-pack';
    expect((await fetch(`${server.url}${missing}`)).status).toBe(404);
  });

  it('serves what was committed on the server', async () => {
    await start({ users: undefined });
    const revision = await commitFiles(join(root, 'acme/deploy.git'), {
      files: { 'with "quotes" and spaces.txt': null, 'b.txt': 'b' },
      branch: 'main',
      message: 'Remove one, add one',
    });
    const checkout = await clone(address(), 'changed');
    const log = await runGit(['log', '-1', '--format=%H', '--name-status'], {
      cwd: checkout,
    });
    expect(log).toContain(revision);
    expect(log).toContain('D\t"with \\"quotes\\" and spaces.txt"');
    expect(log).toContain('A\tb.txt');
  });
});
