import { NewEntry, Verb } from '../../model/ledger';
import { ApprovalRow, rowKey } from '../../model/rows';
import { patchPromotion } from './foldPromotion';
import { markOf } from './foldRecord';
import { RowSet } from './rowSet';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

export type PeopleVerb =
  | 'approval.given'
  | 'approval.rejected'
  | 'approval.brokeGlass'
  | 'approval.withdrawn'
  | 'review.opened'
  | 'review.closed'
  | 'delegation.given'
  | 'delegation.ended'
  | 'step.answered';

/** What people decide about promotions, and in whose name. */
export function foldPeople(
  rows: RowSet,
  project: string,
  entry: Of<PeopleVerb>,
): void {
  switch (entry.verb) {
    case 'review.opened': {
      const { promotion, ...data } = entry.data;
      return rows.put(rowKey.review(promotion), {
        ...data,
        project,
        promotion,
        openedAt: entry.at,
        reason: entry.reason ?? '',
      });
    }
    case 'review.closed': {
      const key = rowKey.review(entry.data.promotion);
      return rows.put(key, { ...rows.require(key), closed: markOf(entry) });
    }
    case 'delegation.given':
      return rows.put(rowKey.delegation(entry.data.id), {
        ...entry.data,
        project,
        delegator: entry.actor,
        reason: entry.reason ?? '',
      });
    case 'delegation.ended': {
      const key = rowKey.delegation(entry.data.id);
      return rows.put(key, { ...rows.require(key), endedAt: entry.at });
    }
    case 'step.answered': {
      const { promotion, index, ...answer } = entry.data;
      const key = rowKey.step(promotion, index);
      const step = rows.require(key);
      const said = { ...answer, actor: entry.actor, at: entry.at };
      const message = entry.reason ? { message: entry.reason } : {};
      const answers = [...(step.answers ?? []), { ...said, ...message }];
      patchPromotion(rows, promotion, {});
      return rows.put(key, { ...step, answers });
    }
    default:
      return foldApproval(rows, project, entry);
  }
}

const DECISIONS = {
  'approval.given': 'approved',
  'approval.rejected': 'rejected',
  'approval.brokeGlass': 'brokeGlass',
} as const;

function foldApproval(
  rows: RowSet,
  project: string,
  entry: Of<keyof typeof DECISIONS | 'approval.withdrawn'>,
): void {
  const key = rowKey.approval(entry.data.promotion, entry.actor);
  // the promotion's version moves too, so that two people who decide at once see each other's decision
  patchPromotion(rows, entry.data.promotion, {});
  if (entry.verb === 'approval.withdrawn') {
    return rows.put(key, { ...rows.require(key), withdrawnAt: entry.at });
  }
  const row: Omit<ApprovalRow, 'version'> = {
    ...entry.data,
    project,
    actor: entry.actor,
    decision: DECISIONS[entry.verb],
    reason: entry.reason,
    at: entry.at,
  };
  return rows.put(key, row);
}
