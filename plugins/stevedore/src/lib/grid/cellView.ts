import {
  FreightCell,
  FreightItem,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { cellBadge } from '../words/cellBadge';
import { freightVersion } from '../words/names';
import { asSentence } from '../words/plainRefs';

/** What a cell shows and does. */
export interface CellView {
  badge: Badge;
  /** The first reason, as a sentence. */
  sentence: string;
  /** The one line below the word, when it says more than the word. */
  note?: string;
  /** ISO 8601: it clears by itself then. */
  clearsAt?: string;
  /** ISO 8601: here since then. */
  since?: string;
  /** Present when a request would be taken. */
  promote?: PromoteAction;
  /** The cell is only this button. */
  promoteFirst: boolean;
}

export interface PromoteAction {
  /** What the cell has room for; the label begins with it. */
  verb: 'Promote' | 'Queue';
  label: string;
  /** Why the reader may not, from the backend. */
  reason?: string;
}

const SAYS_MORE = new Set<FreightCell['state']>([
  'blocked',
  'failed',
  'promoting',
  'quarantined',
  'queued',
]);

const isHere = ({ state, since }: FreightCell) =>
  state === 'here' || (state === 'quarantined' && since !== undefined);

export function cellView(
  cell: FreightCell,
  item: Pick<FreightItem, 'name' | 'versions'>,
  stage: Pick<PipelineStage, 'name' | 'whyNot'>,
): CellView {
  const sentence = asSentence(cell.sentence);
  return {
    badge: cellBadge(cell),
    sentence,
    note: SAYS_MORE.has(cell.state) ? sentence : undefined,
    clearsAt: cell.state === 'soaking' ? cell.clearsAt : undefined,
    since: isHere(cell) ? cell.since : undefined,
    promote: cell.mayEnter
      ? {
          verb: cell.queues ? 'Queue' : 'Promote',
          label: promoteLabel(cell, item, stage.name),
          reason: stage.whyNot?.promote ?? stage.whyNot?.plan,
        }
      : undefined,
    promoteFirst: cell.mayEnter && cell.state === 'eligible',
  };
}

/** What will happen: where a lock or the calendar keeps it back, it only enters the queue. */
function promoteLabel(
  cell: FreightCell,
  item: Pick<FreightItem, 'name' | 'versions'>,
  stage: string,
): string {
  const version = freightVersion(item);
  const again = isHere(cell) ? ' again' : '';
  return cell.queues
    ? `Queue ${version} for ${stage}${again} ${cell.queues}`
    : `Promote ${version} to ${stage}${again}`;
}
