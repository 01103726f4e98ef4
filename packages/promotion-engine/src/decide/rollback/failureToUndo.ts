import { PromotionPolicy, Stage } from '../../model/definition';
import { AutoRollback, Rollback } from '../../model/rollback';
import { StageRow } from '../../model/rows';
import { selectsStage } from '../isAutoPromotionEnabled';

/** Milliseconds after which a failure is old: people have dealt with it, or live with it (Kargo: 20 minutes). */
export const OLD_FAILURE_MS = 20 * 60_000;

/** A failure that a policy answers by going back. */
export interface Failure
  extends Pick<Rollback, 'of' | 'verification' | 'badSince'> {
  because: 'promotion' | 'verification';
  message?: string;
}

/** What the first policy that selects the stage says about going back by itself (Kargo: promotionPolicies). */
export function autoRollbackOf(
  policies: readonly PromotionPolicy[],
  stage: Stage,
): AutoRollback | undefined {
  return policies.find(policy => selectsStage(policy.selector, stage))
    ?.autoRollback;
}

/** The failure of a stage that its policy answers and that nothing has answered yet. */
export function failureToUndo(
  row: StageRow | undefined,
  { onPromotion, onVerification }: AutoRollback,
): Failure | undefined {
  if (!row || row.currentPromotion) return undefined;
  const failure =
    promotionFailed(row, onPromotion) ??
    verificationFailed(row, onVerification);
  const answered =
    failure &&
    row.rollback?.of === failure.of &&
    row.rollback.verification === failure.verification;
  return answered ? undefined : failure;
}

function promotionFailed(
  { lastPromotion }: StageRow,
  phases: readonly string[],
): Failure | undefined {
  if (!lastPromotion || !phases.includes(lastPromotion.phase)) return undefined;
  const { name, finishedAt } = lastPromotion;
  return { because: 'promotion', of: name, badSince: finishedAt };
}

function verificationFailed(
  { history: [here], verification, lastPromotion }: StageRow,
  phases: readonly string[],
): Failure | undefined {
  if (!here || verification?.collection !== here.id) return undefined;
  if (lastPromotion?.phase !== 'Succeeded') return undefined;
  const { id, phase, finishedAt, startedAt, message } = verification;
  if (!phases.includes(phase)) return undefined;
  return {
    because: 'verification',
    of: here.promotion,
    verification: id,
    badSince: finishedAt ?? startedAt,
    message,
  };
}

/** ISO 8601: since when people who go back now had something bad there, as far as the rows know. */
export function badSinceOf(
  row: StageRow,
  { now, quarantinedAt }: { now: string; quarantinedAt?: string },
): string {
  const { history, verification, lastPromotion } = row;
  const bad =
    verification?.collection === history[0]?.id &&
    (verification.phase === 'Failed' || verification.phase === 'Error');
  if (bad) return verification.finishedAt ?? now;
  if (quarantinedAt) return quarantinedAt;
  const failed =
    lastPromotion?.phase === 'Failed' || lastPromotion?.phase === 'Errored';
  return failed ? lastPromotion.finishedAt : now;
}
