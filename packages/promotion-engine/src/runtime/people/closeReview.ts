import { whyNotReview } from '../../decide/approvals/review';
import { ReviewRow, rowKey } from '../../model/rows';
import { commitAct, entryOf } from '../commit';
import { EngineContext } from '../context';
import { PromotionDecision, RequestError } from '../engine';
import { requireReason } from '../requireReason';

/** Somebody whom the policy names has looked at what was passed in an emergency. @throws RequestError */
export async function closeReview(
  engine: EngineContext,
  input: Omit<PromotionDecision, 'digest' | 'onBehalfOf'>,
): Promise<ReviewRow> {
  const { project, promotion, actor } = input;
  const row = await engine.store.review(project, promotion);
  if (!row) throw new RequestError('notFound', `${promotion} needs no review`);
  const owners = await engine.policies.owners(project);
  const why = whyNotReview(row, actor, owners);
  if (why) throw new RequestError(row.closed ? 'conflict' : 'refused', why);
  const reason = requireReason(input.reason, 'close a review');
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'review.closed',
        actor: actor.ref,
        subject: `promotion:${promotion}`,
        reason,
        data: { promotion },
      }),
    ],
    expect: [{ ...rowKey.review(promotion), version: row.version }],
  });
  return (await engine.store.review(project, promotion))!;
}
