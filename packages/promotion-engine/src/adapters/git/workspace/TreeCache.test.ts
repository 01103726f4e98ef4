import { TrackedTree } from './TrackedTree';
import { TreeCache } from './TreeCache';

const treeOf = (files: number) =>
  new TrackedTree(
    new Map(
      Array.from({ length: files }, (_, at) => [
        `${at}`,
        { mode: '100644', id: `${at}` },
      ]),
    ),
  );

describe('trees in memory', () => {
  it('loads one once for all who ask, and again after it failed', async () => {
    const cache = new TreeCache();
    let loads = 0;
    const load = async () => {
      loads += 1;
      if (loads === 1) throw new Error('not now');
      return treeOf(1);
    };
    await expect(cache.get('a', load)).rejects.toThrow('not now');
    const [one, two] = await Promise.all([
      cache.get('a', load),
      cache.get('a', load),
    ]);
    expect(one).toBe(two);
    expect(loads).toBe(2);
  });

  it('lets the oldest go when there are too many files, and keeps the newest, however large', async () => {
    const cache = new TreeCache();
    for (const id of ['a', 'b', 'c']) cache.set(id, treeOf(90_000));
    expect(cache.known('a')).toBeUndefined();
    expect(await cache.known('c')).toBeDefined();
    cache.set('large', treeOf(250_000));
    expect(cache.known('c')).toBeUndefined();
    expect(await cache.known('large')).toBeDefined();
  });

  it('gives out trees that do not change each other', async () => {
    const tree = treeOf(3);
    const copy = tree.fork();
    copy.delete('1');
    expect(copy.list('')).toEqual(['0', '2']);
    expect(tree.list('')).toEqual(['0', '1', '2']);
    const entry = { mode: '100755', id: 'x' };
    const changed = tree.with(
      new Map([
        ['dir/new', entry],
        ['0', undefined],
      ]),
    );
    expect(changed.list('')).toEqual(['1', '2', 'dir']);
    expect(tree.with(new Map([['0', entry]])).entries.get('0')).toBe(entry);
    expect(tree.entries.get('0')?.id).toBe('0');
  });
});
