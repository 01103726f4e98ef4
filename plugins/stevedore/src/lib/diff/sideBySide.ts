import { DiffLine } from './fileDiff';

/** What stands beside each other: as it is, and as it would be. */
export interface SideRow {
  left?: DiffLine;
  right?: DiffLine;
}

/** Removed lines stand beside the lines that come in their place. */
export function sideBySide(lines: readonly DiffLine[]): SideRow[] {
  const rows: SideRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    const length = Math.max(removed.length, added.length);
    for (let at = 0; at < length; at += 1)
      rows.push(withoutAbsent({ left: removed[at], right: added[at] }));
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'added') added.push(line);
    else if (line.kind === 'removed') {
      // what goes after something came is a new place
      if (added.length > 0) flush();
      removed.push(line);
    } else {
      flush();
      rows.push({ left: line, right: line });
    }
  }
  flush();
  return rows;
}

function withoutAbsent({ left, right }: SideRow): SideRow {
  return { ...(left && { left }), ...(right && { right }) };
}
