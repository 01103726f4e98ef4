import { LockAsk, WindowAsk } from '@stevedore/plugin-stevedore-common';

/** What stands in the form of a lock. */
export interface LockDraft {
  /** Empty: every stage. */
  stage: string;
  blocks: LockAsk['blocks'];
  /** Local time as the browser's field has it; empty: until it is released. */
  until: string;
  reason: string;
  link: string;
}

/** What stands in the form of a window. */
export interface WindowDraft {
  name: string;
  kind: WindowAsk['kind'];
  stage: string;
  start: string;
  end: string;
  /** RFC 5545; empty: once. */
  rrule: string;
  rollbacks: boolean;
  reason: string;
}

export function lockAsk(project: string, draft: LockDraft): LockAsk {
  const { stage, blocks, until, reason, link } = draft;
  return {
    project,
    blocks,
    stages: stage || undefined,
    until: instant(until),
    reason: reason.trim(),
    link: link.trim() || undefined,
  };
}

/** @param zone IANA name of the reader's: a window that recurs follows that clock */
export function windowAsk(
  project: string,
  draft: WindowDraft,
  zone: string,
): WindowAsk {
  const { name, kind, stage, start, end, rrule, rollbacks, reason } = draft;
  return {
    project,
    name: name.trim(),
    kind,
    stages: stage || undefined,
    start: instant(start) ?? '',
    end: instant(end) ?? '',
    zone,
    rrule: rrule.trim() || undefined,
    rollbacks: rollbacks || undefined,
    reason: reason.trim(),
  };
}

/** ISO 8601 in UTC. */
function instant(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
