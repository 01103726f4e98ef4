import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { duration } from '../time/relativeTime';
import { Badge } from '../words/badge';
import { rolloutAsked, rolloutFailed } from './rolloutVerbs';

/** Shape, tone, and what follows the name of who did it. */
export type VerbWords = [Badge['shape'], Badge['tone'], string];

/** An entry with its parts in words. */
export interface Told extends HistoryEntry {
  /** The freight. */
  what: string;
  /** ` into prod`, or nothing. */
  into: string;
}

export type Verbs = Record<string, (entry: Told) => VerbWords>;

const told =
  (shape: Badge['shape'], tone: Badge['tone'], words: string) =>
  (): VerbWords =>
    [shape, tone, words];

/** What people decide about gates, and what comes of it. */
export const GATE_VERBS: Verbs = {
  'rollout.asked': rolloutAsked,
  'rollout.failed': rolloutFailed,
  'freight.tested': ({ what }) => [
    'check',
    'quiet',
    `reported a test of ${what}`,
  ],
  'rollback.skipped': ({ stage }) => [
    'bar',
    'attention',
    `did not roll ${stage} back`,
  ],
  'promotion.restored': ({ stage, afterMs }) => [
    'check',
    'good',
    afterMs === undefined
      ? `saw that ${stage} is good again`
      : `saw that ${stage} is good again, after ${duration(afterMs)}`,
  ],
  'promotion.unapproved': ({ into }) => [
    'half',
    'attention',
    `has a promotion${into} wait for people again`,
  ],
  'approval.brokeGlass': ({ into }) => [
    'bar',
    'bad',
    `broke the glass for a promotion${into}`,
  ],
  'review.opened': ({ into }) => [
    'half',
    'attention',
    `asked for a review of an emergency promotion${into}`,
  ],
  'review.closed': ({ into }) => [
    'check',
    'good',
    `reviewed an emergency promotion${into}`,
  ],
  'delegation.given': told('arrow', 'quiet', 'delegated decisions'),
  'delegation.ended': told('dash', 'quiet', 'ended a delegation'),
  'step.answered': ({ into }) => [
    'check',
    'good',
    `answered a step of a promotion${into}`,
  ],
  'lock.set': told('bar', 'bad', 'stopped the line'),
  'lock.released': told('play', 'good', 'released a lock'),
  'window.set': told('hourglass', 'attention', 'set a window'),
  'window.ended': told('play', 'good', 'ended a window'),
};
