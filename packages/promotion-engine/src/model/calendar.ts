import { StageSelector } from './definition';
import { PromotionWindow } from './promotionWindow';
import { Scope } from './scope';

/** A window as gates see it: where it counts, and who set it. */
export interface CalendarWindow {
  window: PromotionWindow;
  selector: StageSelector;
  /** The definition, the platform's configuration, or a person. */
  source: 'definition' | 'platform' | 'person';
  /** It holds back rollbacks, too. */
  rollbacks?: boolean;
  /** For people: who wants it, e.g. `user:default/ada`, or where it stands, e.g. `stevedore.policies[0].windows`. */
  by?: string;
  reason?: string;
  link?: string;
  /** Of one that a person set. */
  id?: string;
}

/** A window that somebody set; it stays, with who ended it. */
export interface WindowRow {
  project: string;
  /** ULID */
  id: string;
  window: PromotionWindow;
  scope: Scope;
  rollbacks?: boolean;
  actor: string;
  /** ISO 8601 */
  at: string;
  reason: string;
  link?: string;
  ended?: { actor: string; at: string; reason?: string };
  version: number;
}

/** What a lock stops: everything, rollbacks included, or only what a policy promotes. */
export const LockReach = { All: 'all', Automatic: 'automatic' } as const;
export type LockReach = (typeof LockReach)[keyof typeof LockReach];

/** Stop-the-line by a person or a bot. Several may be there at once; each is released by itself. */
export interface LockRow {
  project: string;
  /** ULID */
  id: string;
  scope: Scope;
  blocks: LockReach;
  actor: string;
  /** ISO 8601 */
  at: string;
  reason: string;
  link?: string;
  /** ISO 8601; it counts no more from then on. */
  until?: string;
  released?: {
    actor: string;
    at: string;
    reason?: string;
    /** What became of the promotions that it held back. */
    queue: QueueRelease;
  };
  version: number;
}

/** They go, or they are given up. */
export const QueueRelease = { Release: 'release', Drop: 'drop' } as const;
export type QueueRelease = (typeof QueueRelease)[keyof typeof QueueRelease];
