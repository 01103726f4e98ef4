import { readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Workspace } from '../../../ports/git';
import { COMMIT, WorkspaceFixture } from '../testing/WorkspaceFixture';

describe('sparse checkouts', () => {
  let fixture: WorkspaceFixture;
  let plain: WorkspaceFixture;
  beforeAll(() => {
    fixture = new WorkspaceFixture();
    plain = new WorkspaceFixture({ attributes: false });
  });
  afterAll(() => {
    fixture.remote.remove();
    plain.remote.remove();
  });

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
    'a program in the middle': async w => {
      await w.delete('src/apps/outside');
      await w.delete('src/apps/absolute');
      await w.delete('src/apps/api/deep');
      await w.writeText('src/apps/web/values.yaml', 'tag: 2\n');
      const directory = await w.directory('src');
      expect(await w.stat('src/apps/api/deep')).toBeUndefined();
      rmSync(join(directory, 'apps/web/run.sh'));
      writeFileSync(join(directory, 'apps/api/values.yaml'), 'tag: 2\n');
    },
    'modes and symlinks as they are told': async w => {
      expect(await w.isExecutable('src/apps/web/run.sh')).toBe(true);
      expect(await w.isExecutable('src/logo.bin')).toBe(false);
      expect(await w.readLink('src/apps/current')).toBe('web');
      const script = Buffer.from('#!/bin/sh\n');
      await w.writeBytes('src/apps/web/run.sh', script, { executable: false });
      await w.writeBytes('src/logo.bin', script, { executable: true });
      await w.writeBytes('src/apps/new.sh', script, { executable: true });
      expect(await w.isExecutable('src/apps/new.sh')).toBe(true);
      await w.writeLink('src/apps/current', 'api');
      await w.writeLink('src/apps/web/values.yaml', '../api/values.yaml');
      await w.writeLink('src/apps/next/link', 'not/there');
    },
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

  const cases = Object.entries(operations).flatMap(([name, operate]) => [
    { name, operate, attributes: true },
    ...(name === 'end of line attributes'
      ? []
      : [{ name, operate, attributes: false }]),
  ]);

  it.each(cases)(
    'gives the same commit sparse and full: $name (attributes: $attributes)',
    async ({ name, operate, attributes }) => {
      const of = attributes ? fixture : plain;
      const results = [];
      for (const sparse of [true, false]) {
        const workspace = await of.open(
          of.adapter(`same-${sparse}`, sparse),
          `run-${name.replace(/\W/g, '')}`,
        );
        await operate(workspace);
        const committed = await workspace.commit(COMMIT);
        const files = (await workspace.changes('src', { diffs: true })).map(
          ({ path, mode, diff }) => ({ path, mode, diff }),
        );
        const names = await workspace.changes('src', { diffs: false });
        const listed = [
          await workspace.list('src'),
          await workspace.stat('src/apps/api'),
          await workspace.stat('src/apps/api/deep'),
        ];
        results.push({ committed, files, names, listed });
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
    const repositories = fixture.adapter('sparse');
    const workspace = await fixture.open(repositories, 'run-1');
    expect(
      readdirSync(join(fixture.remote.directory, 'sparse/runs/run-1/src')),
    ).toEqual([]);
    expect(await workspace.list('src/apps')).toContain('api');
    expect(await workspace.stat('src/apps/web/run.sh')).toBe('file');
    expect(await workspace.stat('src/nothing')).toBeUndefined();
    expect(await workspace.readText('src/apps/web/values.yaml')).toBe(
      'tag: 1\n',
    );
    expect(
      readdirSync(join(fixture.remote.directory, 'sparse/runs/run-1/src')),
    ).toEqual(['apps']);
    expect(
      readdirSync(join(fixture.remote.directory, 'sparse/runs/run-1/src/apps')),
    ).toEqual(['web']);
    const readSet = await workspace.readSet('src');
    const ids = await repositories.objectIds(
      fixture.remote.url,
      fixture.base,
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
    expect(await workspace.commit(COMMIT)).toBeUndefined();
    expect(await workspace.describeCheckout('src')).toEqual({
      repoURL: fixture.remote.url,
      branch: 'main',
      base: fixture.base,
      head: fixture.base,
    });
  });
});
