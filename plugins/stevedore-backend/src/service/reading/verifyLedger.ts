import { LedgerVerdict } from '@stevedore/plugin-stevedore-common';
import { chainFault } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';

const PAGE = 500;

/** Walks the whole chain in pages; says how far it is good. */
export async function verifyLedger(
  { store }: Pick<ServiceDeps, 'store'>,
  project: string,
): Promise<LedgerVerdict> {
  const head = await store.head(project);
  let last: { seq: number; hash: string } | undefined;
  for (;;) {
    const entries = await store.entries(project, {
      after: last?.seq,
      limit: PAGE,
    });
    const fault = chainFault(entries, last);
    if (fault)
      return {
        project,
        ok: false,
        entries: last?.seq ?? 0,
        head: last?.hash,
        fault,
      };
    last = entries[entries.length - 1] ?? last;
    if (entries.length < PAGE) break;
  }
  // entries may have come since; what was the head must stand in what was read
  const short =
    head !== undefined &&
    (last === undefined ||
      last.seq < head.seq ||
      (last.seq === head.seq && last.hash !== head.hash));
  const fault = short
    ? `the head says entry ${head.seq}, and the chain ends otherwise`
    : undefined;
  return {
    project,
    ok: !short,
    entries: last?.seq ?? 0,
    head: last?.hash,
    fault,
  };
}
