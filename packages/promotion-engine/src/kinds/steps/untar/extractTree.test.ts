import { Readable } from 'stream';
import { gzipSync } from 'zlib';
import { WorkspaceFixture } from '../../../adapters/git/testing/WorkspaceFixture';
import { Workspace } from '../../../ports/git';
import { ARCHIVE_LIMITS, ArchiveLimits } from '../_shared/archive';
import { ignoreRules } from '../_shared/ignoreRules';
import { ustar, UstarEntry } from '../_shared/ustar';
import { walk } from '../_shared/walk';
import { extractTree } from './extractTree';

describe('extractTree', () => {
  const fixture = new WorkspaceFixture();
  let workspace: Workspace;
  let runs = 0;

  afterAll(() => fixture.remote.remove());
  beforeEach(async () => {
    const repositories = fixture.remote.adapter('adapter');
    runs += 1;
    workspace = await repositories.openWorkspace(`run-${runs}`);
    await workspace.writeText('secret', 'not yours');
  });

  function unpack(
    archive: Buffer,
    options: {
      strip?: number;
      ignore?: string;
      limits?: Partial<ArchiveLimits>;
    } = {},
  ) {
    return extractTree(workspace, Readable.from([archive]), {
      outPath: './out',
      stripComponents: options.strip ?? 0,
      isIgnored: ignoreRules(options.ignore),
      isCompressed: archive[0] === 0x1f,
      limits: { ...ARCHIVE_LIMITS, ...options.limits },
    });
  }

  async function contents(): Promise<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const { path, kind } of await walk(workspace, '.')) {
      if (kind === 'file') all[path] = await workspace.readText(path);
      if (kind === 'symlink')
        all[path] = `-> ${await workspace.readLink(path)}`;
    }
    delete all.secret;
    return all;
  }

  const file = (name: string, content = 'x'): UstarEntry => ({ name, content });
  const link = (name: string, target: string): UstarEntry => ({
    name,
    type: '2',
    link: target,
  });

  /** What is in the archive, how many entries of it are skipped, and what is there afterwards. */
  const hostile: [string, UstarEntry[], number, Record<string, string>][] = [
    ['an absolute path', [file('/etc/x')], 1, {}],
    ['a path upwards', [file('../x'), file('a/../../x')], 2, {}],
    ['a path up and down', [file('a/../b')], 1, {}],
    ['a backslash', [file('..\\x')], 1, {}],
    ['.git', [file('.git/config'), file('a/.GIT/hooks/x')], 2, {}],
    ['a symlink out', [link('l', '/etc'), link('m', '../secret')], 2, {}],
    ['a symlink far out', [link('a/b', '../../../etc/passwd')], 1, {}],
    ['a symlink to .git', [link('g', '.git/config')], 1, {}],
    [
      'a symlink out, and keeps what is meant to go through it',
      [link('l', '..'), file('l/secret', 'mine')],
      1,
      { 'out/l/secret': 'mine' },
    ],
    [
      'nothing where a file takes the place of a symlink',
      [file('b', 'kept'), link('a', 'b'), file('a', 'new')],
      0,
      { 'out/a': 'new', 'out/b': 'kept' },
    ],
    [
      'a hard link, a device and a pipe',
      [
        { name: 'h', type: '1', link: 'secret' },
        { name: 'd', type: '3' },
        { name: 'p', type: '6' },
      ],
      3,
      {},
    ],
    ['names of nothing, without a word', [file('./.'), file('.//')], 0, {}],
  ];

  it.each(hostile)('skips %s', async (_, entries, count, expected) => {
    const { skipped } = await unpack(ustar(entries));
    expect(await contents()).toEqual(expected);
    expect(await workspace.readText('secret')).toBe('not yours');
    expect(skipped).toHaveLength(count);
  });

  it('refuses other spellings of .git', async () => {
    await expect(unpack(ustar([file('.git./config')]))).rejects.toThrow(
      'touches a ".git"',
    );
  });

  it('does not follow a chain of symlinks out', async () => {
    const archive = ustar([
      link('p/a', 'b/..'),
      link('p/b', '..'),
      file('p/a/x', 'out?'),
    ]);
    // p/a is out/.. by now, which is inside of the workspace and no further
    await unpack(archive).catch(() => undefined);
    expect(await workspace.readText('secret')).toBe('not yours');
    await expect(workspace.readText('out/p/a/../x')).rejects.toThrow();
  });

  it('keeps what is good: modes, symlinks, long paths, blank lines', async () => {
    const { files, skipped } = await unpack(
      gzipSync(
        ustar([
          { name: './bin/run', content: '#!/bin/sh\n', mode: 0o755 },
          link('current', 'bin/run'),
          file('empty', ''),
        ]),
      ),
    );
    expect({ files, skipped }).toEqual({ files: 2, skipped: [] });
    expect(await contents()).toEqual({
      'out/bin/run': '#!/bin/sh\n',
      'out/current': '-> bin/run',
      'out/empty': '',
    });
    expect(await workspace.isExecutable('out/bin/run')).toBe(true);
    expect(await workspace.isExecutable('out/empty')).toBe(false);
  });

  it('leaves out leading directories, and what is ignored', async () => {
    const archive = ustar([
      file('README'),
      file('app/a.yaml'),
      file('app/docs/b.yaml'),
      file('app/c.md'),
    ]);
    const result = await unpack(archive, { strip: 1, ignore: 'docs/\n*.md' });
    expect(result).toEqual({ files: 1, skipped: [] });
    expect(await contents()).toEqual({ 'out/a.yaml': 'x' });
  });

  it.each<[string, Buffer, Partial<ArchiveLimits>, string]>([
    [
      'entries',
      ustar([file('a'), file('b'), file('c')]),
      { entries: 2 },
      'the archive has more than 2 entries',
    ],
    [
      'bytes in a file',
      ustar([file('a', 'x'.repeat(11))]),
      { file: 10 },
      'a has more than 10 bytes',
    ],
    [
      'bytes in a file that it claims to have',
      ustar([{ name: 'a', size: 60 * 1024 * 1024 }]),
      {},
      'a has more than 50 MiB',
    ],
    [
      'bytes in all',
      ustar([file('a', 'x'.repeat(10)), file('b', 'x'.repeat(10))]),
      { total: 15 },
      'the files of the archive have more than 15 bytes together',
    ],
    [
      'bytes in the stream',
      gzipSync(ustar([{ name: 'd', type: '3', content: 'x'.repeat(9000) }])),
      { stream: 5000 },
      'the archive unpacks to more than 5000 bytes',
    ],
    [
      'for its size',
      gzipSync(ustar([file('a', '\0'.repeat(12 * 1024 * 1024))])),
      {},
      'the archive unpacks to more than 200 times its size',
    ],
  ])('refuses too many %s', async (_, archive, limits, message) => {
    await expect(unpack(archive, { limits })).rejects.toThrow(message);
  });

  it.each([
    ['text', Buffer.from('no archive '.repeat(100))],
    ['half an archive', ustar([file('a', 'x'.repeat(2000))]).subarray(0, 1500)],
    ['half of gzip', gzipSync(ustar([file('a')])).subarray(0, 60)],
    ['broken gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ])('says that %s cannot be read', async (_, archive) => {
    await expect(unpack(archive)).rejects.toThrow('the archive cannot be read');
  });
});
