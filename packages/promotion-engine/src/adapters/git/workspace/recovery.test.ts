import { execFileSync } from 'child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

describe('recovery of a workspace', () => {
  let fixture: WorkspaceFixture;
  beforeAll(() => {
    fixture = new WorkspaceFixture();
  });
  afterAll(() => fixture.remote.remove());

  it('sees after a crash what is on disk', async () => {
    const directory = 'crash';
    const before = await fixture.open(fixture.adapter(directory), 'run-1');
    await before.writeText('src/apps/web/values.yaml', 'tag: 5\n');
    await before.delete('src/apps/api');
    await before.readText('src/apps/web/run.sh');
    writeFileSync(
      join(fixture.remote.directory, directory, 'state/run-1/1.index.lock'),
      '',
    );
    const after = await fixture.adapter(directory).openWorkspace('run-1');
    expect(await after.readText('src/apps/web/values.yaml')).toBe('tag: 5\n');
    expect(await after.stat('src/apps/api')).toBeUndefined();
    expect(Object.keys(await after.readSet('src'))).toContain(
      'apps/web/run.sh',
    );
    const resumed = await after.commit(COMMIT);
    const plain = await fixture.open(fixture.adapter('no-crash'), 'run-1');
    await plain.writeText('src/apps/web/values.yaml', 'tag: 5\n');
    await plain.delete('src/apps/api');
    expect(resumed).toEqual(await plain.commit(COMMIT));
    // killed between staging and the commit
    await plain.writeText('src/new', 'x\n');
    const state = join(fixture.remote.directory, 'no-crash/state/run-1');
    const mirrors = join(fixture.remote.directory, 'no-crash/mirrors');
    const environment = {
      PATH: process.env.PATH,
      GIT_DIR: join(mirrors, readdirSync(mirrors)[0]),
      GIT_WORK_TREE: join(fixture.remote.directory, 'no-crash/runs/run-1/src'),
      GIT_INDEX_FILE: join(state, '1.index'),
    };
    execFileSync('git', ['update-index', '--add', 'new'], {
      env: environment,
      cwd: environment.GIT_WORK_TREE,
    });
    const again = await fixture.adapter('no-crash').openWorkspace('run-1');
    expect(await again.commit(COMMIT)).toEqual(await plain.commit(COMMIT));
    expect(
      (await again.changes('src', { diffs: false })).map(change => change.path),
    ).toContain('new');
    await again.remove();
    expect(
      readdirSync(join(fixture.remote.directory, 'no-crash/runs')),
    ).toEqual([]);
    expect(
      readdirSync(join(fixture.remote.directory, 'no-crash/state')),
    ).toEqual([]);
  });

  it('fetches what a killed fetch left undone', async () => {
    const { remote } = fixture;
    const { url } = remote;
    await fixture.adapter('half').resolve(url, { branch: 'main' });
    remote.write('apps/web/late.yaml', 'tag: late\n');
    const commit = remote.push('late');
    // of what it leads to nothing has come yet
    const mirrors = join(remote.directory, 'half/mirrors');
    const object = `objects/${commit.slice(0, 2)}/${commit.slice(2)}`;
    const copy = join(mirrors, readdirSync(mirrors)[0], object);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(remote.work, '.git', object), copy);
    for (const ask of [false, true]) {
      const repositories = fixture.adapter('half');
      if (ask) await repositories.resolve(url, { branch: 'main' });
      const workspace = await repositories.openWorkspace(`half-${ask}`);
      await workspace.checkout({ repoURL: url, commit, path: 'src' });
      const text = await workspace.readText('src/apps/web/late.yaml');
      expect(text).toBe('tag: late\n');
    }
  });

  it('starts again when a checkout is replayed', async () => {
    const workspace = await fixture.open(fixture.adapter('replay'), 'run-1');
    await workspace.writeText('src/x', 'x');
    await workspace.checkout({
      repoURL: fixture.remote.url,
      commit: fixture.base,
      path: './src',
    });
    expect(await workspace.stat('src/x')).toBeUndefined();
    await workspace.writeText('full/x', 'x');
    await expect(
      workspace.checkout({
        repoURL: fixture.remote.url,
        commit: fixture.base,
        path: 'full',
      }),
    ).rejects.toThrow(/not empty/);
  });
});
