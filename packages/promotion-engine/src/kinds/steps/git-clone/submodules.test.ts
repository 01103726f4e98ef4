import { mkdirSync } from 'fs';
import { join } from 'path';
import { TestRemote } from '../../../adapters/git/testing/TestRemote';
import { StepContext } from '../../../registry/step';
import { absoluteUrl, checkOutSubmodules, parseModules } from './submodules';

describe('submodules', () => {
  it('are read from .gitmodules', () => {
    expect(
      parseModules(
        '[submodule "base"]\n\tpath = libs/base\n\turl = "../base.git"\n\tbranch = main\n' +
          '[other]\npath = x\n[submodule "half"]\n\tpath = half\n',
      ),
    ).toEqual([{ path: 'libs/base', url: '../base.git' }]);
  });

  it.each([
    ['../base.git', 'https://git.example/acme/base.git'],
    ['./base', 'https://git.example/acme/deploy.git/base'],
    ['../../other/base', 'https://git.example/other/base'],
    ['https://else.example/base', 'https://else.example/base'],
  ])('%s is %s', (url, absolute) => {
    expect(absoluteUrl(url, 'https://git.example/acme/deploy.git')).toBe(
      absolute,
    );
  });
});

describe.each([true, false])('real submodules, sparse: %s', sparse => {
  const remotes: TestRemote[] = [];
  const remote = () => {
    const made = new TestRemote();
    remotes.push(made);
    return made;
  };
  afterAll(() => remotes.forEach(each => each.remove()));

  it('are checked out at the commits that are recorded, and stay as they are', async () => {
    const inner = remote();
    inner.write('deep.txt', 'deep\n');
    const innerCommit = inner.push('deep');
    const base = remote();
    link(base, 'more/inner', inner.url, innerCommit);
    base.write('base.txt', 'old\n');
    const baseCommit = base.push('base');
    base.write('base.txt', 'newer than what is recorded\n');
    base.push('newer');
    const outer = remote();
    link(outer, 'libs/base', base.url, baseCommit);
    outer.write('a.txt', 'a\n');
    const commit = outer.push('outer');

    const git = outer.adapter('adapter', { sparse });
    const workspace = await git.openWorkspace('run');
    const asked: string[] = [];
    const context = {
      git,
      workspace,
      refusal: async ({ url }: { url: string }) => {
        asked.push(url);
        return undefined;
      },
    } as unknown as StepContext<'workspace' | 'git'>;
    await workspace.checkout({ repoURL: outer.url, commit, path: 'src' });
    const around = { repoURL: outer.url, commit, path: './src' };
    expect(await checkOutSubmodules(context, around)).toBeUndefined();
    expect(asked).toEqual([base.url, inner.url]);
    const read = (path: string) => workspace.readText(`src/${path}`);
    expect(await read('libs/base/base.txt')).toBe('old\n');
    expect(await read('libs/base/more/inner/deep.txt')).toBe('deep\n');

    await workspace.writeText('src/a.txt', 'b\n');
    await workspace.commit({
      path: 'src',
      message: 'Edit',
      trailers: {},
      author: { name: 'Ada', email: 'ada@example.com' },
      at: '2026-01-01T00:00:00Z',
    });
    const changes = await workspace.changes('src', { diffs: false });
    expect(changes.map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('need a grant each', async () => {
    const outer = remote();
    link(outer, 'base', '../base.git', 'a'.repeat(40));
    const commit = outer.push('outer');
    const git = outer.adapter('adapter', { sparse });
    const workspace = await git.openWorkspace('run');
    const context = {
      git,
      workspace,
      refusal: async ({ url }: { url: string }) => `${url}: not granted`,
    } as unknown as StepContext<'workspace' | 'git'>;
    await workspace.checkout({ repoURL: outer.url, commit, path: 'src' });
    const around = { repoURL: outer.url, commit, path: 'src' };
    expect(await checkOutSubmodules(context, around)).toMatch(
      /\/base\.git: not granted$/,
    );
  });

  function link(at: TestRemote, path: string, url: string, id: string): void {
    at.write(
      '.gitmodules',
      `[submodule "x"]\n\tpath = ${path}\n\turl = ${url}\n`,
    );
    // an empty directory, or the next `add -A` would take it for deleted
    mkdirSync(join(at.work, path), { recursive: true });
    at.git('update-index', '--add', '--cacheinfo', `160000,${id},${path}`);
  }
});
