import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import fc from 'fast-check';
import { commitContent, treeOfCommit } from './commitContent';
import { editTree, TreeEdits } from './editTree';
import { TreeEntry } from './GitObject';
import { readLoose, writeLoose } from './looseObjects';
import { readObjects } from './readObjects';

const MODES = ['100644', '100755', '120000'];

describe('objects that are made without Git', () => {
  let gitDir: string;
  let blobs: string[];
  let work: string;

  beforeAll(async () => {
    gitDir = mkdtempSync(join(tmpdir(), 'stevedore-objects-'));
    work = mkdtempSync(join(tmpdir(), 'stevedore-objects-'));
    git(['init', '-q', '--bare', gitDir]);
    blobs = await Promise.all(
      ['one\n', '', 'ü\n'].map(text =>
        writeLoose(gitDir, { type: 'blob', body: Buffer.from(text) }),
      ),
    );
  });

  afterAll(() =>
    [gitDir, work].forEach(path =>
      rmSync(path, { recursive: true, force: true }),
    ),
  );

  function git(
    args: string[],
    input = '',
    more: Record<string, string> = {},
  ): Buffer {
    const env = { PATH: process.env.PATH, GIT_DIR: gitDir, ...more };
    return execFileSync('git', args, { input, env, cwd: work });
  }

  const store = () => ({
    gitDir,
    git: async (args: string[], input: string) => git(args, input),
  });

  /** What an index makes of it. */
  function treeOf(files: Map<string, TreeEntry>, edits?: TreeEdits): string {
    const index = {
      GIT_INDEX_FILE: join(gitDir, 'test-index'),
      GIT_WORK_TREE: work,
    };
    const line = (path: string, { mode, id }: TreeEntry) =>
      `${mode} ${id}\t${path}\n`;
    git(['read-tree', '--empty'], '', index);
    const lines = [...files].map(([path, entry]) => line(path, entry));
    git(['update-index', '--index-info'], lines.join(''), index);
    const changes = [...(edits ?? [])];
    const gone = changes.flatMap(([path, entry]) => (entry ? [] : [path]));
    git(
      ['update-index', '--force-remove', '-z', '--stdin'],
      gone.map(path => `${path}\0`).join(''),
      index,
    );
    for (const [path, entry] of changes)
      if (entry) {
        const { mode, id } = entry;
        const info = `${mode},${id},${path}`;
        const args = ['update-index', '--add', '--replace', '--cacheinfo'];
        git([...args, info], '', index);
      }
    return git(['write-tree'], '', index).toString().trim();
  }

  const name = fc.constantFrom('a', 'a.b', 'a-b', 'B', 'ab');
  const path = fc
    .array(name, { minLength: 1, maxLength: 3 })
    .map(parts => parts.join('/'));
  const entryOf = (mode: number, blob: number): TreeEntry => ({
    mode: MODES[mode],
    id: blobs[blob],
  });
  const kind = fc.tuple(fc.nat(2), fc.nat(2));

  /** Paths of which none is above another. */
  const apart = <T>(pairs: [string, T][]): Map<string, T> => {
    const kept = new Map<string, T>();
    for (const [key, value] of pairs)
      if (
        ![...kept.keys()].some(
          other => key.startsWith(`${other}/`) || other.startsWith(`${key}/`),
        )
      )
        kept.set(key, value);
    return kept;
  };

  it('edits a tree as an index does', async () => {
    const files = fc.array(fc.tuple(path, kind), { maxLength: 8 });
    const change = fc.tuple(path, fc.option(kind));
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (before, changes) => {
          const made = [...apart(before)].map(
            ([key, [mode, blob]]) => [key, entryOf(mode, blob)] as const,
          );
          const tree = treeOf(new Map(made));
          const edits: TreeEdits = new Map(
            [...apart(changes)].map(([key, what]) => [
              key,
              what ? entryOf(what[0], what[1]) : undefined,
            ]),
          );
          const edited = await editTree(store(), tree, edits);
          expect(edited).toBe(treeOf(new Map(made), edits));
        },
      ),
      { numRuns: 25 },
    );
    expect(git(['fsck', '--strict', '--full']).toString()).not.toMatch(
      /error|missing/,
    );
  });

  it('leaves submodules to Git', async () => {
    const link = { mode: '160000', id: 'a'.repeat(40) };
    const tree = treeOf(new Map([['sub', link]]));
    const edits = new Map([['sub/file', entryOf(0, 0)]]);
    expect(await editTree(store(), tree, edits)).toBeUndefined();
  });

  it.each([
    ['Ada', 'ada@example.com', 'Promote\n\nStevedore-Promotion: p1\n', true],
    ['Ada L.', 'ada@example.com', 'a name that Git shortens\n', false],
    ['bot[ci]', 'a+b@example.com', 'no line at the end', true],
    ['Größe 日本', 'ada@example.com', 'Ä\n', true],
    ['Ada <b>', 'ada@example.com', 'a name that Git shortens\n', false],
    ["'Ada'", 'ada@example.com', 'a name that Git shortens\n', false],
  ])('commits as Git does by %s <%s>: %j', async (who, email, text, plain) => {
    const tree = treeOf(new Map([['file', entryOf(0, 0)]]));
    const parent = git(['commit-tree', tree, '-m', 'first'], '', ADA)
      .toString()
      .trim();
    const by = { ...ADA, GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: email };
    const args = ['commit-tree', tree, '-p', parent, '-F', '-'];
    const wanted = git(args, text, by).toString().trim();
    const body = commitContent({ tree, parent, message: text }, by);
    expect(body !== undefined).toBe(plain);
    if (!body) return;
    expect(await writeLoose(gitDir, { type: 'commit', body })).toBe(wanted);
    const loose = await readLoose(gitDir, wanted);
    expect(treeOfCommit(loose!)).toBe(tree);
  });

  it('reads what is loose and what is packed, and says what is missing', async () => {
    const ids = await Promise.all(
      ['packed\n', 'also packed\n'].map(text =>
        writeLoose(gitDir, { type: 'blob', body: Buffer.from(text) }),
      ),
    );
    git(['pack-objects', join(gitDir, 'objects/pack/pack')], ids.join('\n'));
    git(['prune-packed']);
    expect(await readLoose(gitDir, ids[0])).toBeUndefined();
    const read = await readObjects(store(), [...ids, blobs[0]]);
    expect(
      [...ids, blobs[0]].map(id => read?.get(id)?.body.toString()),
    ).toEqual(['packed\n', 'also packed\n', 'one\n']);
    expect(await readObjects(store(), ['0'.repeat(40)])).toBeUndefined();
  });
});

const ADA = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '@1767225600 +0000',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '@1767225600 +0000',
};
