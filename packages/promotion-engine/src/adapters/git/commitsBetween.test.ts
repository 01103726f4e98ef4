import { GitRepositories } from '../../ports/git';
import { TestRemote } from './testing/TestRemote';

describe('the commits between two', () => {
  const remote = new TestRemote();
  let git: GitRepositories;
  let base: string;
  let one: string;
  let head: string;
  let side: string;

  const commit = (message: string, branch = 'main') => {
    const path = `src/${message.slice(0, 3)}.ts`;
    remote.write(path, message);
    remote.git('add', '-A');
    remote.git('commit', '-q', '-m', message);
    remote.git('push', '-q', 'origin', `HEAD:${branch}`);
    return remote.git('rev-parse', 'HEAD');
  };

  beforeAll(() => {
    git = remote.adapter('replica');
    base = commit('base');
    one = commit('one: mend the cart\n\nCloses SHOP-12');
    head = commit('two');
    remote.git('checkout', '-q', '-b', 'side', base);
    side = commit('side', 'side');
  });
  afterAll(() => remote.remove());

  const between = (from: string | undefined, to: string, limit = 10) =>
    git.commitsBetween(remote.url, { base: from, head: to, limit });

  it('are fetched when the mirror has not got them, newest first', async () => {
    const { added, removed, more } = await between(base, head);
    expect(added.map(({ id, title }) => [id, title])).toEqual([
      [head, 'two'],
      [one, 'one: mend the cart'],
    ]);
    expect(added[1]).toMatchObject({
      author: 'Ada',
      email: 'ada@example.com',
      message: 'one: mend the cart\n\nCloses SHOP-12',
    });
    expect(Date.parse(added[0].date)).not.toBeNaN();
    expect({ removed, more }).toEqual({ removed: [], more: false });
  });

  it('go again where the other one is newer', async () => {
    const { added, removed } = await between(head, base);
    expect(added).toEqual([]);
    expect(removed.map(({ id }) => id)).toEqual([head, one]);
  });

  it('come and go where both went their own way', async () => {
    const { added, removed } = await between(one, side);
    expect(added.map(({ id }) => id)).toEqual([side]);
    expect(removed.map(({ id }) => id)).toEqual([one]);
  });

  it('are no more than asked for', async () => {
    const { added, more } = await between(base, head, 1);
    expect([added.map(({ id }) => id), more]).toEqual([[head], true]);
  });

  it('are one alone without a base, and none between a commit and itself', async () => {
    const alone = await between(undefined, head);
    expect(alone.added.map(({ id }) => id)).toEqual([head]);
    expect(alone.more).toBe(false);
    expect((await between(head, head)).added).toEqual([]);
  });

  it('cannot be read where one is not there', async () => {
    await expect(between(base, '1'.repeat(40))).rejects.toThrow(
      /has no commit 1111/,
    );
    await expect(between(base, 'main')).rejects.toThrow(
      '"main" is not a full commit id',
    );
  });
});
