import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseIndex } from './parseIndex';
import { parseTrackedTree } from './TrackedTree';

describe('parseIndex', () => {
  let directory: string;
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: directory });
  const index = () => readFileSync(join(directory, '.git/index'));
  const asGitReads = () =>
    parseTrackedTree(git('ls-files', '--stage', '-z')).entries;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'index-'));
    git('init', '-q');
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** Names of every length, so that every padding is met. */
  function fill(): void {
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: directory,
      input: 'text\n',
    });
    const id = blob.toString().trim();
    const lines = Array.from(
      { length: 40 },
      (_, length) => `100644 ${id}\t${'n'.repeat(length + 1)}`,
    );
    lines.push(`100755 ${id}\tä/run it.sh`, `120000 ${id}\tlink`);
    lines.push(`160000 ${'1'.repeat(40)}\tmodule`, `100644 ${id}\ta\nb`);
    lines.push(`100644 ${id}\t${'long/'.repeat(1000)}name`);
    execFileSync('git', ['update-index', '-z', '--index-info'], {
      cwd: directory,
      input: lines.map(line => `${line}\0`).join(''),
    });
  }

  it('reads what Git reads', () => {
    fill();
    expect(parseIndex(index())).toEqual(asGitReads());
  });

  it('reads entries with extended flags', () => {
    fill();
    git('update-index', '--skip-worktree', 'n', 'nnnn', 'link');
    expect(index().readUInt32BE(4)).toBe(3);
    expect(parseIndex(index())).toEqual(asGitReads());
  });

  it('reads one with nothing in it', () => {
    git('read-tree', '--empty');
    expect(parseIndex(index())).toEqual(new Map());
  });

  it.each([
    ['compressed', () => git('update-index', '--index-version', '4')],
    ['split', () => git('update-index', '--split-index')],
    [
      'no index at all',
      () => writeFileSync(join(directory, '.git/index'), 'x'),
    ],
  ])('leaves it to Git where it is %s', (_, make) => {
    fill();
    make();
    expect(parseIndex(index())).toBeUndefined();
  });
});
