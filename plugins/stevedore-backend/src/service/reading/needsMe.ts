import { Promotion } from '@stevedore/plugin-stevedore-common';
import { Actor, ApprovalRow, PromotionRow } from '@stevedore/promotion-engine';
import { toPromotion } from '../../mappers/promotion';
import { ServiceDeps } from '../ServiceDeps';
import { deciding, whyMayNotDecide } from './decider';

export interface MineQuestion {
  project: string;
  open: PromotionRow[];
  owners: string[];
  actor: Actor;
}

/** Promotions that wait for a decision which this person may give and has not given; longest waiting first. */
export async function needsMe(
  deps: Pick<ServiceDeps, 'clock' | 'policies' | 'store'>,
  { project, owners, actor, open }: MineQuestion,
): Promise<Promotion[]> {
  const waiting = open.filter(row => row.phase === 'Requested');
  if (waiting.length === 0) return [];
  const person = await deciding(deps, actor);
  const approvals = await deps.store.approvals(
    project,
    waiting.map(row => row.name),
  );
  const known = { approvals, owners, now: deps.clock.now() };
  return waiting
    .filter(row => whyMayNotDecide(row, person, known) === undefined)
    .filter(row => !approvals.some(each => decided(each, row, actor)))
    .map(row => toPromotion(row, known));
}

function decided(
  approval: ApprovalRow,
  row: PromotionRow,
  actor: Actor,
): boolean {
  return (
    approval.promotion === row.name &&
    approval.actor === actor.ref &&
    !approval.withdrawnAt &&
    approval.digest === row.digest
  );
}
