import {
  FreightCell,
  FreightCellState,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from './badge';

export const QUARANTINED: Badge = {
  shape: 'shield',
  tone: 'bad',
  word: 'quarantined',
};

const BADGES: Record<FreightCellState, Badge> = {
  here: { shape: 'dot', tone: 'good', word: 'here' },
  was: { shape: 'ring', tone: 'quiet', word: 'was here' },
  verified: { shape: 'check', tone: 'good', word: 'verified' },
  soaking: { shape: 'hourglass', tone: 'busy', word: 'soaking' },
  eligible: { shape: 'arrow', tone: 'busy', word: 'may enter' },
  waitsForApproval: {
    shape: 'half',
    tone: 'attention',
    word: 'waits for approval',
  },
  queued: { shape: 'stack', tone: 'busy', word: 'queued' },
  promoting: { shape: 'play', tone: 'busy', word: 'promoting' },
  failed: { shape: 'cross', tone: 'bad', word: 'failed' },
  blocked: { shape: 'bar', tone: 'quiet', word: 'blocked' },
  quarantined: QUARANTINED,
  notOnItsWay: { shape: 'dash', tone: 'quiet', word: 'not on its way' },
};

/** Shape and word of a cell; counts are in the word. */
export function cellBadge(
  cell: Pick<FreightCell, 'state' | 'count' | 'verified' | 'since'>,
): Badge {
  const badge = BADGES[cell.state];
  const { count } = cell;
  switch (cell.state) {
    case 'here':
      return cell.verified ? { ...badge, word: 'here, verified' } : badge;
    case 'quarantined':
      return cell.since ? { ...badge, word: 'here, quarantined' } : badge;
    case 'waitsForApproval':
      return count
        ? { ...badge, word: `${count.done} of ${count.of} approved` }
        : badge;
    case 'promoting':
      return count
        ? { ...badge, word: `step ${count.done} of ${count.of}` }
        : badge;
    default:
      return badge;
  }
}
