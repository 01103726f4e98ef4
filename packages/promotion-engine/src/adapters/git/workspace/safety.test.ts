import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { PathError } from '../../../model/errors';
import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

describe('what a workspace refuses', () => {
  let fixture: WorkspaceFixture;
  beforeAll(() => {
    fixture = new WorkspaceFixture();
  });
  afterAll(() => fixture.remote.remove());

  it('refuses paths that leave it', async () => {
    const workspace = await fixture.open(fixture.adapter('escapes'), 'run-1');
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
      fixture.adapter('escapes').openWorkspace('../x'),
    ).rejects.toThrow(PathError);
  });

  it('makes no symlink that leads out of it, and runs no program beside one that came to', async () => {
    const workspace = await fixture.open(fixture.adapter('links'), 'run-1');
    for (const [path, target] of [
      ['a', '/etc'],
      ['a', '..'],
      ['p/a', '../../x'],
      ['a', '.git'],
      ['.git/a', 'x'],
      ['a', 'src/apps/outside'],
      ['src/apps', 'x'],
    ])
      await expect(workspace.writeLink(path, target)).rejects.toThrow(
        PathError,
      );
    await expect(workspace.readLink('src/logo.bin')).rejects.toThrow(PathError);
    await expect(workspace.isExecutable('src/apps')).rejects.toThrow(PathError);
    await workspace.writeLink('p/a', 'b/..');
    expect(await workspace.readLink('p/a')).toBe('b/..');
    await workspace.delete('src');
    await expect(workspace.directory('.')).resolves.toBeDefined();
    // what was missing is there now, and one step up from it is outside
    await workspace.writeLink('p/b', '..');
    await expect(workspace.directory('.')).rejects.toThrow(PathError);
    await expect(workspace.readText('p/a/x')).rejects.toThrow(PathError);
  });

  it('refuses a .git that a program left, and ignores one that is planted on disk', async () => {
    for (const sparse of [true, false]) {
      const workspace = await fixture.open(
        fixture.adapter(`planted-${sparse}`, sparse),
        'run-1',
      );
      const root = join(
        fixture.remote.directory,
        `planted-${sparse}/runs/run-1/src`,
      );
      const nested = join(root, 'apps/vendored');
      mkdirSync(nested, { recursive: true });
      writeFileSync(join(nested, 'file'), 'x');
      fixture.remote.git('init', '-q', nested);
      writeFileSync(
        join(nested, '.git/config'),
        `[core]\n\tfsmonitor = "touch ${fixture.remote.directory}/ran"\n`,
      );
      fixture.remote.git(
        '-C',
        nested,
        '-c',
        'core.fsmonitor=false',
        'add',
        'file',
      );
      fixture.remote.git(
        '-C',
        nested,
        '-c',
        'core.fsmonitor=false',
        'commit',
        '-q',
        '-m',
        'x',
      );
      await expect(workspace.commit(COMMIT)).rejects.toThrow(PathError);
      rmSync(nested, { recursive: true });
      expect(await workspace.commit(COMMIT)).toBeUndefined();
      expect(readdirSync(fixture.remote.directory)).not.toContain('ran');
    }
  });
});
