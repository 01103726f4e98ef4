import { readdirSync } from 'fs';
import { join } from 'path';
import { GitRepositories } from '../../../ports/git';
import { gitProcesses } from '../processes';
import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

const adapters = new Map<WorkspaceFixture, GitRepositories>();

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

  it('asks Git to check out and to add where attributes may apply', async () => {
    const counts = await processesOfPromotion(fixture, 'first');
    expect(counts).toEqual({
      clone: 2,
      edit: 2,
      commit: 3,
      push: 1,
      remove: 0,
    });
  });

  it('needs no process of Git but to ask and to push, where it was before', async () => {
    const plain = new WorkspaceFixture({ attributes: false });
    const none = { edit: 0, commit: 0, remove: 0 };
    try {
      const first = await processesOfPromotion(plain, 'first');
      expect(first).toEqual({ ...none, clone: 2, push: 1 });
      const next = await processesOfPromotion(plain, 'next');
      expect(next).toEqual({ ...none, clone: 1, push: 1 });
    } finally {
      plain.remote.remove();
    }
  });
});

/** Git processes by step; the mirror has the branch already. */
async function processesOfPromotion(of: WorkspaceFixture, runId: string) {
  const { url } = of.remote;
  const repositories = adapters.get(of) ?? of.adapter('count');
  adapters.set(of, repositories);
  await repositories.resolve(url, { branch: 'main' });
  let last = gitProcesses();
  const sinceThen = () => {
    const count = gitProcesses() - last;
    last = gitProcesses();
    return count;
  };
  const { commit } = await repositories.resolve(url, { branch: 'main' });
  const workspace = await repositories.openWorkspace(runId);
  await workspace.checkout({
    repoURL: url,
    commit,
    branch: 'main',
    path: 'src',
  });
  const clone = sinceThen();
  const file = 'src/apps/web/values.yaml';
  const text = await workspace.readText(file);
  await workspace.writeText(
    file,
    text.replace(/\d+/, n => `${Number(n) + 1}`),
  );
  const edit = sinceThen();
  const committed = await workspace.commit(COMMIT);
  await workspace.changes('src', { diffs: false });
  const commits = sinceThen();
  await repositories.push(url, { branch: 'main', commit: committed!.commit });
  const push = sinceThen();
  await workspace.remove();
  return { clone, edit, commit: commits, push, remove: sinceThen() };
}
