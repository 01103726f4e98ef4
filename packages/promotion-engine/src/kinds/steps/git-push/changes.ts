import { FileChange, PlanDiff } from '../../../model/promotion';

type Change = FileChange & { diff?: string; binary?: boolean };

/** What enters the digest. */
export function filesOf(changes: Change[]): FileChange[] {
  return changes.map(({ path, mode, oldBlob, newBlob }) => ({
    path,
    mode,
    oldBlob,
    newBlob,
  }));
}

/** What people read. */
export function diffsOf(
  changes: Change[],
  where: Pick<PlanDiff, 'step' | 'repoURL' | 'branch'>,
): PlanDiff[] {
  return changes.map(({ path, diff, binary }) => ({
    ...where,
    path,
    text: diff ?? '',
    binary: binary ?? false,
  }));
}
