import { readdirSync } from 'fs';
import { join } from 'path';
import { gitProcesses } from '../processes';
import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

describe('commits of a workspace', () => {
  let fixture: WorkspaceFixture;
  beforeAll(() => {
    fixture = new WorkspaceFixture();
  });
  afterAll(() => fixture.remote.remove());

  it('describes changes with modes, blobs and diffs', async () => {
    const workspace = await fixture.open(fixture.adapter('changes'), 'run-1');
    await workspace.writeText('src/apps/web/values.yaml', 'tag: 2\n');
    await workspace.writeBytes('src/logo.bin', Buffer.from([0, 7]));
    await workspace.delete('src/apps/web/run.sh');
    await workspace.delete('src/apps/current');
    await workspace.writeText('src/apps/current', 'a file now\n');
    await workspace.commit(COMMIT);
    const changes = await workspace.changes('src', { diffs: true });
    expect(
      changes.map(({ path, mode, binary }) => [path, mode, binary]),
    ).toEqual([
      ['apps/current', '100644', false],
      ['apps/web/run.sh', '100755', false],
      ['apps/web/values.yaml', '100644', false],
      ['logo.bin', '100644', true],
    ]);
    expect(changes[1]).toMatchObject({
      oldBlob: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(changes[1].newBlob).toBeUndefined();
    expect(changes[2].diff).toContain('-tag: 1\n+tag: 2\n');
    expect(changes[2].diff).not.toContain('logo');
    expect(
      (await workspace.changes('src', { diffs: false }))[0].diff,
    ).toBeUndefined();
  });

  it('writes deterministic commits with trailers', async () => {
    const ids = [];
    for (const name of ['first', 'second']) {
      const workspace = await fixture.open(fixture.adapter(name), 'run-1');
      await workspace.writeText('src/a', 'a\n');
      ids.push(
        await workspace.commit({
          ...COMMIT,
          message: 'Subject\n\nBody  \n\nReviewed-by: Ada\n',
        }),
      );
      await workspace.writeText('src/b', 'b\n');
      ids.push(await workspace.commit(COMMIT));
    }
    expect(ids[0]).toEqual(ids[2]);
    expect(ids[1]).toEqual(ids[3]);
    const mirror = join(
      fixture.remote.directory,
      'first/mirrors',
      readdirSync(join(fixture.remote.directory, 'first/mirrors'))[0],
    );
    const log = fixture.remote.git(
      '--git-dir',
      mirror,
      'log',
      '-2',
      '--format=%B%aI|',
      ids[1]!.commit,
    );
    expect(log).toBe(
      'Promote\n\nStevedore-Promotion: p1\n2026-11-21T10:00:00+00:00|\n' +
        'Subject\n\nBody\n\nReviewed-by: Ada\nStevedore-Promotion: p1\n2026-11-21T10:00:00+00:00|',
    );
  });

  it('does with few processes', async () => {
    const repositories = fixture.adapter('count');
    await repositories.resolve(fixture.remote.url, { branch: 'main' });
    const steps: number[] = [];
    let last = gitProcesses();
    const note = () => {
      steps.push(gitProcesses() - last);
      last = gitProcesses();
    };
    const { commit } = await repositories.resolve(fixture.remote.url, {
      branch: 'main',
    });
    note();
    const workspace = await repositories.openWorkspace('run-1');
    await workspace.checkout({
      repoURL: fixture.remote.url,
      commit,
      branch: 'main',
      path: 'src',
    });
    note();
    const text = await workspace.readText('src/apps/web/values.yaml');
    await workspace.writeText(
      'src/apps/web/values.yaml',
      text.replace('1', '2'),
    );
    note();
    const committed = await workspace.commit(COMMIT);
    note();
    await repositories.push(fixture.remote.url, {
      branch: 'count',
      commit: committed!.commit,
    });
    note();
    await workspace.remove();
    note();
    expect(steps).toEqual([2, 1, 1, 3, 1, 0]);
  });
});
