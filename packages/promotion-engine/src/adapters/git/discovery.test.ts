import { GitRepositories } from '../../ports/git';
import { gitProcesses } from './processes';
import { TestRemote } from './testing/TestRemote';

describe('what discovery asks of Git', () => {
  const remote = new TestRemote();
  let git: GitRepositories;

  beforeAll(() => {
    git = remote.adapter('replica');
  });
  afterAll(() => remote.remove());

  const heads: Record<string, string> = {};

  it('lists branches and tags without fetching', async () => {
    remote.write('apps/web/a.yaml', '1');
    heads.first = remote.push('feat: first | "quoted"');
    remote.git('tag', 'v1.0.0');
    remote.git('tag', '-a', 'v1.1.0', '-m', 'Release one\n\nwith notes');
    remote.git('push', '-q', 'origin', '--tags');
    const { branches, tags } = await git.refs(remote.url);
    expect(branches).toEqual({ main: heads.first });
    expect(Object.keys(tags).sort()).toEqual(['v1.0.0', 'v1.1.0']);
    expect(tags['v1.0.0']).toBe(heads.first);
    expect(await git.tags(remote.url)).toEqual([]);
    expect(await git.defaultBranch(remote.url)).toBe('main');
  });

  it('fetches when something moved, and only then', async () => {
    const refs = await git.refs(remote.url);
    await git.update(remote.url, refs);
    const before = gitProcesses();
    await git.update(remote.url, refs);
    await git.update(remote.url, { branches: refs.branches });
    // a look into the mirror each
    expect(gitProcesses() - before).toBe(2);
    remote.git('tag', '-f', 'v1.0.0', 'v1.1.0^{}', '-m', 'moved');
    remote.git('tag', '-d', 'v1.1.0');
    remote.git('push', '-q', '--force', 'origin', 'v1.0.0', ':v1.1.0');
    const moved = await git.refs(remote.url);
    await git.update(remote.url, { tags: moved.tags });
    expect((await git.tags(remote.url)).map(({ tag }) => tag)).toEqual([
      'v1.0.0',
    ]);
  });

  it('tells who made a tag, when, and what for', async () => {
    remote.git('tag', '-a', 'v2', '-m', 'Two\n\nnotes');
    remote.git('tag', 'light');
    remote.git('tag', '-a', 'of-a-tree', 'HEAD^{tree}', '-m', 'tree');
    remote.git('push', '-q', 'origin', '--tags');
    const { tags } = await git.refs(remote.url);
    await git.update(remote.url, { tags });
    const found = await git.tags(remote.url);
    expect(found.map(({ tag }) => tag).sort()).toEqual([
      'light',
      'v1.0.0',
      'v2',
    ]);
    const v2 = found.find(({ tag }) => tag === 'v2')!;
    expect(v2).toMatchObject({
      id: heads.first,
      author: 'Ada <ada@example.com>',
      committer: 'Ada <ada@example.com>',
      subject: 'feat: first | "quoted"',
      tagger: 'Ada <ada@example.com>',
      annotation: 'Two',
    });
    expect(Date.parse(v2.creatorDate)).not.toBeNaN();
    const light = found.find(({ tag }) => tag === 'light')!;
    expect(light).toMatchObject({ id: heads.first, subject: v2.subject });
    expect(light.tagger).toBeUndefined();
  });

  it('walks first parents, and knows what each commit changed', async () => {
    remote.git('checkout', '-q', '-b', 'side');
    remote.write('side/ü x.txt', 'side');
    remote.git('add', '-A');
    remote.git('commit', '-q', '-m', 'side');
    remote.git('checkout', '-q', 'main');
    remote.write('README.md', 'main');
    heads.second = remote.push('docs: readme');
    remote.git('merge', '-q', '--no-ff', 'side', '-m', 'Merge side');
    remote.git('mv', 'README.md', 'docs.md');
    heads.move = remote.push('move');
    remote.git('commit', '-q', '--allow-empty', '-m', 'empty');
    remote.git('push', '-q', 'origin', 'main');
    const { branches } = await git.refs(remote.url);
    await git.update(remote.url, { branches });
    const commits = await git.history(remote.url, {
      from: branches.main,
      limit: 10,
    });
    expect(commits.map(({ subject }) => subject)).toEqual([
      'empty',
      'move',
      'Merge side',
      'docs: readme',
      'feat: first | "quoted"',
    ]);
    const changed = await git.changedPaths(
      remote.url,
      commits.map(({ id }) => id),
    );
    expect(commits.map(({ id }) => changed[id])).toEqual([
      [],
      ['README.md', 'docs.md'],
      ['side/ü x.txt'],
      ['README.md'],
      ['apps/web/a.yaml'],
    ]);
    const next = await git.history(remote.url, {
      from: commits[1].id,
      after: true,
      limit: 2,
    });
    expect(next).toEqual(commits.slice(2, 4));
  });

  it('stops at the first commit that is too old', async () => {
    const { branches } = await git.refs(remote.url);
    const since = new Date(Date.now() + 3_600_000).toISOString();
    expect(
      await git.history(remote.url, { from: branches.main, limit: 9, since }),
    ).toEqual([]);
  });

  it('says what is wrong in a sentence', async () => {
    await expect(git.refs(`file://${remote.directory}/none`)).rejects.toThrow(
      /list the refs of .*no such repository/,
    );
  });
});
