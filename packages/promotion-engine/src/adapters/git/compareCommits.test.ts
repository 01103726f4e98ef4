import { GitRepositories } from '../../ports/git';
import { TestRemote } from './testing/TestRemote';

describe('what two commits have and who wrote it', () => {
  const remote = new TestRemote();
  let git: GitRepositories;
  const commits: string[] = [];

  beforeAll(async () => {
    git = remote.adapter('replica');
    remote.write('a/v.yaml', 'tag: 1\n');
    remote.write('b.bin', Buffer.from([1, 0, 2]));
    remote.write('a/*.yaml', 'a star');
    commits.push(remote.push('start'));
    remote.write('a/v.yaml', 'tag: 2\n');
    commits.push(
      remote.push('two\n\nStevedore-Promotion: dev.1\nStevedore-Step: commit'),
    );
    remote.write('other.yaml', 'x');
    commits.push(remote.push('elsewhere'));
    remote.write('a/v.yaml', 'tag: 3\n');
    commits.push(remote.push('by hand: not a trailer\n\nbody: neither\n\nend'));
    await git.update(remote.url, (await git.refs(remote.url))!);
  });
  afterAll(() => remote.remove());

  it('reads texts, and leaves out what is none', async () => {
    const paths = ['a/v.yaml', 'b.bin', 'a', 'gone', 'a/*.yaml', 'a\nb'];
    expect(await git.textsAt(remote.url, commits[1], paths)).toEqual({
      'a/v.yaml': 'tag: 2\n',
      'a/*.yaml': 'a star',
    });
    expect(await git.textsAt(remote.url, commits[1], [])).toEqual({});
    expect(await git.textsAt(remote.url, '0'.repeat(40), ['a'])).toEqual({});
  });

  it('names the paths in which they differ', async () => {
    const range = { base: commits[0], head: commits[2] };
    expect(await git.pathsBetween(remote.url, range)).toEqual([
      'a/v.yaml',
      'other.yaml',
    ]);
  });

  it('says who wrote to a path, with trailers, newest first', async () => {
    const range = { base: commits[0], head: commits[3], limit: 10 };
    const paths = ['a/v.yaml'];
    const found = await git.commitsTo(remote.url, { ...range, paths });
    expect(found.map(({ id, author }) => [id, author])).toEqual([
      [commits[3], 'Ada'],
      [commits[1], 'Ada'],
    ]);
    expect(found[0].trailers).toEqual({});
    expect(found[1].trailers).toEqual({
      'Stevedore-Promotion': 'dev.1',
      'Stevedore-Step': 'commit',
    });
    // a name is a name, not a pattern
    const star = { ...range, paths: ['a/*.yaml'] };
    expect(await git.commitsTo(remote.url, star)).toEqual([]);
  });

  it('says which repository cannot be compared', async () => {
    const range = { base: '0'.repeat(40), head: commits[3] };
    await expect(git.pathsBetween(remote.url, range)).rejects.toThrow(
      /compare commits of .*remote/,
    );
  });
});
