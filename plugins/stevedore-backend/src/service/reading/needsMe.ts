import { Promotion } from '@stevedore/plugin-stevedore-common';
import {
  Actor,
  ApprovalRow,
  factsOf,
  mayDecide,
  PromotionRow,
} from '@stevedore/promotion-engine';
import { toPromotion } from '../../mappers/promotion';
import { ServiceDeps } from '../ServiceDeps';

export interface MineQuestion {
  project: string;
  open: PromotionRow[];
  owners: string[];
  actor: Actor;
}

/** Promotions that wait for a decision which this person may give and has not given; longest waiting first. */
export async function needsMe(
  { store, clock }: Pick<ServiceDeps, 'store' | 'clock'>,
  question: MineQuestion,
): Promise<Promotion[]> {
  const { project, owners, actor } = question;
  const mine = question.open.filter(
    row =>
      row.phase === 'Requested' &&
      whyMayNotDecide(row, { owners, actor }) === undefined,
  );
  if (mine.length === 0) return [];
  const approvals = await store.approvals(
    project,
    mine.map(row => row.name),
  );
  return mine
    .filter(row => !approvals.some(each => decided(each, row, actor)))
    .map(row => toPromotion(row, { approvals, owners, now: clock.now() }));
}

/** @returns the sentence that says why this person's decision would not count; undefined when it would. */
export function whyMayNotDecide(
  row: PromotionRow,
  { owners, actor }: { owners: string[]; actor: Actor },
): string | undefined {
  const facts = factsOf(row, { approvals: [], owners, now: 0 });
  return mayDecide(facts, { actor: actor.ref, ownership: actor.ownership });
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
