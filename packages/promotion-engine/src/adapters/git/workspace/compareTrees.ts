import { FileChange } from '../../../model/promotion';
import { TrackedTree } from './TrackedTree';

/** Files that differ, in the order in which Git prints them. */
export function compareTrees(
  before: TrackedTree,
  after: TrackedTree,
): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, now] of after.entries) {
    const old = before.entries.get(path);
    if (old?.id === now.id && old.mode === now.mode) continue;
    changes.push({
      path,
      mode: now.mode,
      ...(old && { oldBlob: old.id }),
      newBlob: now.id,
    });
  }
  for (const [path, { mode, id }] of before.entries)
    if (!after.entries.has(path)) changes.push({ path, mode, oldBlob: id });
  return changes.sort((a, b) =>
    Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)),
  );
}
