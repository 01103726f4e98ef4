import { ApprovalState } from '../../decide/approvalState';
import { reviewOf } from '../../decide/approvals/review';
import { PromotionRow, rowKey } from '../../model/rows';
import { commitAndTell, entryOf } from '../commit';
import { EngineContext } from '../context';

/** What is decided together with letting a promotion go past a broken glass: that somebody reviews it. */
export async function openReview(
  engine: EngineContext,
  promotion: PromotionRow,
  state: ApprovalState,
): Promise<Parameters<typeof commitAndTell>[2]> {
  const review = reviewOf(promotion, state);
  if (!review) return { entries: [], expect: [] };
  const { project, name } = promotion;
  const before = await engine.store.review(project, name);
  return {
    entries: [
      entryOf(engine, {
        verb: 'review.opened',
        actor: 'component:promotions',
        subject: `promotion:${name}`,
        reason: review.reason,
        data: review.data,
      }),
    ],
    expect: [{ ...rowKey.review(name), version: before?.version ?? 0 }],
  };
}
