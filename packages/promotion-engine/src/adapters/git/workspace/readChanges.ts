import { FileChange } from '../../../model/promotion';
import { explainFailure } from '../explainFailure';
import { Checkout } from './Checkout';
import { compareTrees } from './compareTrees';

export type ChangedFile = FileChange & { diff?: string; binary?: boolean };

/** Files that differ between the base and the head of a checkout, in the order of their paths. */
export async function readChanges(
  checkout: Checkout,
  options: { diffs: boolean },
): Promise<ChangedFile[]> {
  const { base, head } = checkout.record;
  if (base === head) {
    return [];
  }
  const known = options.diffs ? undefined : await knownChanges(checkout);
  if (known) return known;
  const shape = options.diffs ? ['--raw', '-p'] : ['--raw'];
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--full-index',
    '--no-ext-diff',
    '--no-textconv',
  ];
  let printed: string;
  try {
    printed = (
      await checkout.mirror.git([...args, ...shape, base, head])
    ).toString();
  } catch (error) {
    throw explainFailure(
      'compare commits of',
      checkout.mirror.remote.url,
      error,
    );
  }
  const { changes, rest } = parseRaw(printed);
  return options.diffs
    ? withDiffs(changes, rest)
    : changes.map(({ change }) => change);
}

/** undefined: its trees are not in memory. */
async function knownChanges({
  mirror,
  record,
}: Checkout): Promise<FileChange[] | undefined> {
  const { trees } = mirror.context;
  const base = await mirror.treeOf(record.base);
  const [before, after] = await Promise.all([
    base ? trees.known(base) : undefined,
    trees.known(record.tree),
  ]);
  return before && after && compareTrees(before, after);
}

interface RawChange {
  change: FileChange;
  /** A change of type (file to symlink) has two patches. */
  patches: number;
}

/** `:<old mode> <new mode> <old id> <new id> <status>\0<path>\0`, then the patches. */
function parseRaw(printed: string): { changes: RawChange[]; rest: string } {
  const changes: RawChange[] = [];
  const record = /:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\0([^\0]*)\0/y;
  let end = 0;
  for (let match = record.exec(printed); match; match = record.exec(printed)) {
    const [, oldMode, newMode, oldId, newId, status, path] = match;
    end = record.lastIndex;
    const change: FileChange = {
      path,
      mode: status === 'D' ? oldMode : newMode,
    };
    if (!/^0+$/.test(oldId)) {
      change.oldBlob = oldId;
    }
    if (!/^0+$/.test(newId)) {
      change.newBlob = newId;
    }
    changes.push({ change, patches: status === 'T' ? 2 : 1 });
  }
  return { changes, rest: printed.slice(end).replace(/^\0/, '') };
}

/** Lines of content start with a sign, so a line `diff --git` always opens the next file. */
function withDiffs(changes: RawChange[], text: string): ChangedFile[] {
  const patches = text.split(/^(?=diff --git )/m).filter(patch => patch !== '');
  let next = 0;
  return changes.map(({ change, patches: count }) => {
    const diff = patches.slice(next, next + count).join('');
    next += count;
    const binary = /^Binary files .* differ$/m.test(diff);
    return { ...change, diff, binary };
  });
}
