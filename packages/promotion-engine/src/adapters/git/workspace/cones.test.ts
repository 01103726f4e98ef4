import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

/** Sparse and full adapters show the same cone, and commit the same. */
describe('a checkout of some directories', () => {
  let fixture: WorkspaceFixture;
  beforeAll(() => {
    fixture = new WorkspaceFixture();
  });
  afterAll(() => fixture.remote.remove());

  async function open(name: string, sparse: boolean) {
    const workspace = await fixture
      .adapter(`${name}-${sparse}`, sparse)
      .openWorkspace('run-1');
    await workspace.checkout({
      repoURL: fixture.remote.url,
      commit: fixture.base,
      branch: 'main',
      path: 'src',
      sparse: ['apps/web'],
    });
    return workspace;
  }

  it.each([true, false])(
    'shows what is in the cone (sparse: %s)',
    async sparse => {
      const workspace = await open('shows', sparse);
      expect(await workspace.list('src')).toEqual([
        '.gitattributes',
        '.gitignore',
        'apps',
        'logo.bin',
      ]);
      expect(await workspace.list('src/apps')).toEqual([
        '.gitignore',
        'absolute',
        'current',
        'outside',
        'web',
      ]);
      expect(await workspace.stat('src/apps/api/values.yaml')).toBeUndefined();
      expect(await workspace.readText('src/apps/web/values.yaml')).toBe(
        'tag: 1\n',
      );
    },
  );

  it('clears and commits only what is in the cone, sparse as full', async () => {
    const commits = [];
    for (const sparse of [true, false]) {
      const workspace = await open('clears', sparse);
      await workspace.clear('src');
      await workspace.writeText('src/apps/web/new.yaml', 'new\n');
      const made = await workspace.commit(COMMIT);
      commits.push(made!.commit);
      const changed = await workspace.changes('src', { diffs: false });
      const paths = changed.map(({ path }) => path);
      expect(paths).toContain('apps/web/values.yaml');
      expect(paths).toContain('logo.bin');
      expect(paths.filter(path => /api|größe/.test(path))).toEqual([]);
    }
    expect(commits[0]).toBe(commits[1]);
  });

  it('takes what a step writes outside of it, sparse as full, also when all of it is on disk', async () => {
    const commits = [];
    for (const sparse of [true, false]) {
      const workspace = await open('writes', sparse);
      await workspace.delete('src/apps/outside');
      await workspace.delete('src/apps/absolute');
      if (sparse) await workspace.materialize('src');
      await workspace.writeText('src/apps/api/values.yaml', 'tag: 2\n');
      await workspace.writeText('src/apps/web/values.yaml', 'tag: 2\n');
      const made = await workspace.commit(COMMIT);
      commits.push(made!.commit);
      const changed = await workspace.changes('src', { diffs: false });
      expect(changed.map(({ path }) => path)).toEqual([
        'apps/absolute',
        'apps/api/values.yaml',
        'apps/outside',
        'apps/web/values.yaml',
      ]);
    }
    expect(commits[0]).toBe(commits[1]);
  });
});
