import { execFileSync } from 'child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { PathError } from '../../../model/errors';
import { GitRepositories, Workspace } from '../../../ports/git';
import { createGitRepositories } from '../createGitRepositories';
import { gitProcesses } from '../processes';
import { AT, AUTHOR, TestRemote } from '../testing/TestRemote';

function adapter(
  remote: TestRemote,
  name: string,
  sparse = true,
): GitRepositories {
  const directory = join(remote.directory, name);
  return createGitRepositories({
    directory,
    credentials: async () => undefined,
    allowFile: true,
    sparse,
  });
}

const commitOptions = {
  path: 'src',
  message: 'Promote',
  trailers: { 'Stevedore-Promotion': 'p1' },
  author: AUTHOR,
  at: AT,
};

describe('workspace', () => {
  let remote: TestRemote;
  let base: string;

  beforeAll(() => {
    remote = new TestRemote();
    remote.write('.gitattributes', '*.crlf text eol=crlf\n*.bin binary\n');
    remote.write('.gitignore', '*.tmp\n/build/\n');
    remote.write('apps/.gitignore', '*.log\n');
    remote.write('apps/web/values.yaml', 'tag: 1\n');
    remote.write('apps/web/run.sh', '#!/bin/sh\n', 0o755);
    remote.write('apps/web/windows.crlf', 'a\r\nb\r\n');
    remote.write('apps/api/values.yaml', 'tag: 1\n');
    remote.write('apps/api/deep/er/file.txt', 'deep\n');
    remote.write('apps/größe/日本 語.txt', 'ü\n');
    remote.write('logo.bin', Buffer.from([0, 1, 2, 255]));
    remote.link('apps/current', 'web');
    remote.link('apps/outside', '../../../etc');
    remote.link('apps/absolute', '/etc/passwd');
    base = remote.push('first');
  });
  afterAll(() => remote.remove());

  async function open(
    repositories: GitRepositories,
    runId: string,
  ): Promise<Workspace> {
    const workspace = await repositories.openWorkspace(runId);
    await workspace.checkout({
      repoURL: remote.url,
      commit: base,
      branch: 'main',
      path: 'src',
    });
    return workspace;
  }

  const operations: Record<string, (workspace: Workspace) => Promise<void>> = {
    'modify and create': async w => {
      await w.writeText('src/apps/web/values.yaml', 'tag: 2\n');
      await w.writeText('src/apps/new/values.yaml', 'tag: 1\n');
    },
    'delete a directory': w => w.delete('src/apps/api'),
    'delete, then write one of its files again': async w => {
      await w.delete('src/apps/api');
      await w.writeText('src/apps/api/values.yaml', 'tag: 3\n');
    },
    'a directory becomes a file, a file a directory': async w => {
      await w.delete('src/apps/api');
      await w.writeText('src/apps/api', 'now a file\n');
      await w.delete('src/logo.bin');
      await w.writeText('src/logo.bin/readme', 'now a directory\n');
    },
    'end of line attributes': async w => {
      expect(await w.readText('src/apps/web/windows.crlf')).toBe('a\r\nb\r\n');
      await w.writeText('src/apps/web/windows.crlf', 'a\r\nb\r\nc\r\n');
      await w.writeText('src/apps/web/new.crlf', 'x\r\n');
    },
    'new attributes': async w => {
      await w.readText('src/apps/web/values.yaml');
      await w.writeText(
        'src/.gitattributes',
        '*.crlf text eol=crlf\n*.yaml text eol=crlf\n',
      );
      await w.writeText('src/apps/new.yaml', 'a: 1\r\n');
    },
    'ignored files': async w => {
      await w.writeText('src/apps/web/out.log', 'no\n');
      await w.writeText('src/build/out', 'no\n');
      await w.writeText('src/a.tmp', 'no\n');
      await w.writeText('src/a.log', 'yes\n');
    },
    'a new ignore rule': async w => {
      await w.writeText('src/apps/.gitignore', '*.yes\n');
      await w.writeText('src/apps/out.log', 'yes\n');
      await w.writeText('src/apps/out.yes', 'no\n');
    },
    'executable stays executable': w =>
      w.writeText('src/apps/web/run.sh', '#!/bin/sh\necho\n'),
    'copy modes and symlinks': async w => {
      await w.copy('src/apps/web', 'src/apps/copied');
      await w.copy('src/apps/current', 'src/apps/resolved');
    },
    'through a symlink': w =>
      w.writeText('src/apps/current/values.yaml', 'tag: 9\n'),
    'delete a symlink': w => w.delete('src/apps/current'),
    'names that are not ASCII': async w => {
      expect(await w.list('src/apps/größe')).toEqual(['日本 語.txt']);
      await w.writeText('src/apps/größe/日本 語.txt', 'ö\n');
      await w.writeText('src/äöü\n"quoted" 名.txt', 'neu\n');
    },
    'clear, then copy in': async w => {
      await w.writeText('out/manifest.yaml', 'kind: A\n');
      await w.clear('src');
      await w.copy('out', 'src');
    },
    binary: w => w.writeBytes('src/logo.bin', Buffer.from([0, 9, 9])),
  };

  it.each(Object.entries(operations))(
    'gives the same commit sparse and full: %s',
    async (name, operate) => {
      const results = [];
      for (const sparse of [true, false]) {
        const workspace = await open(
          adapter(remote, `same-${sparse}`, sparse),
          `run-${name.replace(/\W/g, '')}`,
        );
        await operate(workspace);
        const committed = await workspace.commit(commitOptions);
        const files = (await workspace.changes('src', { diffs: true })).map(
          ({ path, mode, diff }) => ({ path, mode, diff }),
        );
        const listed = [
          await workspace.list('src'),
          await workspace.stat('src/apps/api'),
          await workspace.stat('src/apps/api/deep'),
        ];
        results.push({ committed, files, listed });
        await workspace.remove();
      }
      expect(results[0].committed).toBeDefined();
      expect(results[0]).toEqual(results[1]);
      expect(
        results[0].files
          .map(file => file.path)
          .filter(path => /\.tmp|out\.yes|^build|web\/out\.log/.test(path)),
      ).toEqual([]);
    },
  );

  it('touches only what is needed, and says what the run rests on', async () => {
    const repositories = adapter(remote, 'sparse');
    const workspace = await open(repositories, 'run-1');
    expect(
      readdirSync(join(remote.directory, 'sparse/runs/run-1/src')),
    ).toEqual([]);
    expect(await workspace.list('src/apps')).toContain('api');
    expect(await workspace.stat('src/apps/web/run.sh')).toBe('file');
    expect(await workspace.stat('src/nothing')).toBeUndefined();
    expect(await workspace.readText('src/apps/web/values.yaml')).toBe(
      'tag: 1\n',
    );
    expect(
      readdirSync(join(remote.directory, 'sparse/runs/run-1/src')),
    ).toEqual(['apps']);
    expect(
      readdirSync(join(remote.directory, 'sparse/runs/run-1/src/apps')),
    ).toEqual(['web']);
    const readSet = await workspace.readSet('src');
    const ids = await repositories.objectIds(
      remote.url,
      base,
      Object.keys(readSet),
    );
    expect(Object.keys(readSet)).toEqual([
      'apps',
      'apps/web/run.sh',
      'apps/web/values.yaml',
      'nothing',
    ]);
    expect(Object.keys(readSet).map(path => ids[path] ?? '')).toEqual(
      Object.values(readSet),
    );
    expect(await workspace.commit(commitOptions)).toBeUndefined();
    expect(await workspace.describeCheckout('src')).toEqual({
      repoURL: remote.url,
      branch: 'main',
      base,
      head: base,
    });
  });

  it('describes changes with modes, blobs and diffs', async () => {
    const workspace = await open(adapter(remote, 'changes'), 'run-1');
    await workspace.writeText('src/apps/web/values.yaml', 'tag: 2\n');
    await workspace.writeBytes('src/logo.bin', Buffer.from([0, 7]));
    await workspace.delete('src/apps/web/run.sh');
    await workspace.delete('src/apps/current');
    await workspace.writeText('src/apps/current', 'a file now\n');
    await workspace.commit(commitOptions);
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
      const workspace = await open(adapter(remote, name), 'run-1');
      await workspace.writeText('src/a', 'a\n');
      ids.push(
        await workspace.commit({
          ...commitOptions,
          message: 'Subject\n\nBody  \n\nReviewed-by: Ada\n',
        }),
      );
      await workspace.writeText('src/b', 'b\n');
      ids.push(await workspace.commit(commitOptions));
    }
    expect(ids[0]).toEqual(ids[2]);
    expect(ids[1]).toEqual(ids[3]);
    const mirror = join(
      remote.directory,
      'first/mirrors',
      readdirSync(join(remote.directory, 'first/mirrors'))[0],
    );
    const log = remote.git(
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

  it('refuses paths that leave it', async () => {
    const workspace = await open(adapter(remote, 'escapes'), 'run-1');
    const refused = [
      '../x',
      'src/../../x',
      '/etc/passwd',
      'src/apps/outside/passwd',
      'src/apps/absolute',
      'a\0b',
      '.git/config',
      'src/.GIT/config',
      'src/.git./config',
      'src/.git /x',
      'src/GIT~1/config',
      'src/.git::$INDEX_ALLOCATION/x',
      'src/.g\u200cit/config',
      'src\\.git\\config',
      'C:/x',
    ];
    for (const path of refused) {
      await expect(workspace.readText(path)).rejects.toThrow(PathError);
      await expect(workspace.writeText(path, 'x')).rejects.toThrow(PathError);
    }
    await expect(workspace.delete('src/apps/outside/passwd')).rejects.toThrow(
      PathError,
    );
    await expect(workspace.list('src/apps/outside')).rejects.toThrow(PathError);
    await expect(workspace.copy('src/apps/absolute', 'src/x')).rejects.toThrow(
      PathError,
    );
    await expect(workspace.copy('src/apps', 'other')).rejects.toThrow(
      PathError,
    );
    await expect(workspace.materialize('src')).rejects.toThrow(PathError);
    await expect(workspace.delete('.')).rejects.toThrow(PathError);
    expect(await workspace.stat('src/apps/outside')).toBe('symlink');
    expect(await workspace.readText('src/apps/web/../api/values.yaml')).toBe(
      'tag: 1\n',
    );
    await expect(
      adapter(remote, 'escapes').openWorkspace('../x'),
    ).rejects.toThrow(PathError);
  });

  it('refuses a .git that a program left, and ignores one that is planted on disk', async () => {
    for (const sparse of [true, false]) {
      const workspace = await open(
        adapter(remote, `planted-${sparse}`, sparse),
        'run-1',
      );
      const root = join(remote.directory, `planted-${sparse}/runs/run-1/src`);
      const nested = join(root, 'apps/vendored');
      mkdirSync(nested, { recursive: true });
      writeFileSync(join(nested, 'file'), 'x');
      remote.git('init', '-q', nested);
      writeFileSync(
        join(nested, '.git/config'),
        `[core]\n\tfsmonitor = "touch ${remote.directory}/ran"\n`,
      );
      remote.git('-C', nested, '-c', 'core.fsmonitor=false', 'add', 'file');
      remote.git(
        '-C',
        nested,
        '-c',
        'core.fsmonitor=false',
        'commit',
        '-q',
        '-m',
        'x',
      );
      await expect(workspace.commit(commitOptions)).rejects.toThrow(PathError);
      rmSync(nested, { recursive: true });
      expect(await workspace.commit(commitOptions)).toBeUndefined();
      expect(readdirSync(remote.directory)).not.toContain('ran');
    }
  });

  it('sees after a crash what is on disk', async () => {
    const directory = 'crash';
    const before = await open(adapter(remote, directory), 'run-1');
    await before.writeText('src/apps/web/values.yaml', 'tag: 5\n');
    await before.delete('src/apps/api');
    await before.readText('src/apps/web/run.sh');
    writeFileSync(
      join(remote.directory, directory, 'state/run-1/1.index.lock'),
      '',
    );
    const after = await adapter(remote, directory).openWorkspace('run-1');
    expect(await after.readText('src/apps/web/values.yaml')).toBe('tag: 5\n');
    expect(await after.stat('src/apps/api')).toBeUndefined();
    expect(Object.keys(await after.readSet('src'))).toContain(
      'apps/web/run.sh',
    );
    const resumed = await after.commit(commitOptions);
    const plain = await open(adapter(remote, 'no-crash'), 'run-1');
    await plain.writeText('src/apps/web/values.yaml', 'tag: 5\n');
    await plain.delete('src/apps/api');
    expect(resumed).toEqual(await plain.commit(commitOptions));
    // killed between staging and the commit
    await plain.writeText('src/new', 'x\n');
    const state = join(remote.directory, 'no-crash/state/run-1');
    const mirrors = join(remote.directory, 'no-crash/mirrors');
    const environment = {
      PATH: process.env.PATH,
      GIT_DIR: join(mirrors, readdirSync(mirrors)[0]),
      GIT_WORK_TREE: join(remote.directory, 'no-crash/runs/run-1/src'),
      GIT_INDEX_FILE: join(state, '1.index'),
    };
    execFileSync('git', ['update-index', '--add', 'new'], {
      env: environment,
      cwd: environment.GIT_WORK_TREE,
    });
    const again = await adapter(remote, 'no-crash').openWorkspace('run-1');
    expect(await again.commit(commitOptions)).toEqual(
      await plain.commit(commitOptions),
    );
    expect(
      (await again.changes('src', { diffs: false })).map(change => change.path),
    ).toContain('new');
    await again.remove();
    expect(readdirSync(join(remote.directory, 'no-crash/runs'))).toEqual([]);
    expect(readdirSync(join(remote.directory, 'no-crash/state'))).toEqual([]);
  });

  it('starts again when a checkout is replayed', async () => {
    const workspace = await open(adapter(remote, 'replay'), 'run-1');
    await workspace.writeText('src/x', 'x');
    await workspace.checkout({
      repoURL: remote.url,
      commit: base,
      path: './src',
    });
    expect(await workspace.stat('src/x')).toBeUndefined();
    await workspace.writeText('full/x', 'x');
    await expect(
      workspace.checkout({ repoURL: remote.url, commit: base, path: 'full' }),
    ).rejects.toThrow(/not empty/);
  });

  it('does with few processes', async () => {
    const repositories = adapter(remote, 'count');
    await repositories.resolve(remote.url, { branch: 'main' });
    const steps: number[] = [];
    let last = gitProcesses();
    const note = () => {
      steps.push(gitProcesses() - last);
      last = gitProcesses();
    };
    const { commit } = await repositories.resolve(remote.url, {
      branch: 'main',
    });
    note();
    const workspace = await repositories.openWorkspace('run-1');
    await workspace.checkout({
      repoURL: remote.url,
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
    const committed = await workspace.commit(commitOptions);
    note();
    await repositories.push(remote.url, {
      branch: 'count',
      commit: committed!.commit,
    });
    note();
    await workspace.remove();
    note();
    expect(steps).toEqual([2, 3, 1, 3, 1, 0]);
  });
});
