import { FileDiff } from './fileDiff';

/** A file with more lines is folded until somebody wants it. */
const LARGE_FILE = 300;
/** What stands behind so many lines is folded too. */
const LARGE_PLAN = 1_000;
/** Lines that one more click shows of a large file. */
export const DIFF_PAGE = 500;

/** Which files start folded: large ones, and those behind a lot of others. */
export function foldedPaths(files: readonly FileDiff[]): ReadonlySet<number> {
  const folded = new Set<number>();
  let shown = 0;
  files.forEach(({ length }, index) => {
    if (length > LARGE_FILE || shown + length > LARGE_PLAN) folded.add(index);
    else shown += length;
  });
  return folded;
}

/** The first lines of the hunks, at most so many. */
export function firstLines(
  { hunks }: Pick<FileDiff, 'hunks'>,
  limit: number,
): FileDiff['hunks'] {
  let left = limit;
  const shown: FileDiff['hunks'] = [];
  for (const hunk of hunks) {
    if (left <= 0) break;
    shown.push({ ...hunk, lines: hunk.lines.slice(0, left) });
    left -= hunk.lines.length;
  }
  return shown;
}
