import { LockAsk, WindowAsk } from '@stevedore/plugin-stevedore-common';
import { fromLocalTime } from '../time/localTime';

/** Where something beyond one component counts. */
export interface WhereDraft {
  /** Refs of systems, domains or components, parted by commas or spaces; empty: everything. */
  entities?: string;
}

/** What stands in the form of a lock. */
export interface LockDraft extends WhereDraft {
  /** Empty: every stage. */
  stage: string;
  blocks: LockAsk['blocks'];
  /** Local time as the browser's field has it; empty: until it is released. */
  until: string;
  reason: string;
  link: string;
}

/** What stands in the form of a window. */
export interface WindowDraft extends WhereDraft {
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

/** @param project absent: beyond components */
export function lockAsk(
  project: string | undefined,
  draft: LockDraft,
): LockAsk {
  const { stage, blocks, until, reason, link } = draft;
  return {
    project,
    blocks,
    stages: stage.trim() || undefined,
    entities: refs(draft),
    until: fromLocalTime(until),
    reason: reason.trim(),
    link: link.trim() || undefined,
  };
}

/** @param zone IANA name of the reader's: a window that recurs follows that clock */
export function windowAsk(
  project: string | undefined,
  draft: WindowDraft,
  zone: string,
): WindowAsk {
  const { name, kind, stage, start, end, rrule, rollbacks, reason } = draft;
  return {
    project,
    name: name.trim(),
    kind,
    stages: stage.trim() || undefined,
    entities: refs(draft),
    start: fromLocalTime(start) ?? '',
    end: fromLocalTime(end) ?? '',
    zone,
    rrule: rrule.trim() || undefined,
    rollbacks: rollbacks || undefined,
    reason: reason.trim(),
  };
}

function refs({ entities = '' }: WhereDraft): string[] | undefined {
  const found = entities.split(/[\s,]+/).filter(Boolean);
  return found.length > 0 ? found : undefined;
}
