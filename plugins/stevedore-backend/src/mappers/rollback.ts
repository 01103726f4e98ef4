import {
  Promotion,
  RollbackOption,
  StageRollbackState,
} from '@stevedore/plugin-stevedore-common';
import {
  FreightRow,
  PromotionRow,
  RollbackOption as EngineOption,
  rollbackSentence,
  StageRow,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from './freight';
import { publicUrl } from './publicUrl';

export function toPromotionRollback({
  rollback,
  restored,
}: PromotionRow): Promotion['rollback'] {
  if (!rollback) return undefined;
  const { of, out, because, badSince } = rollback;
  return {
    of,
    out,
    because,
    badSince,
    restoredAt: restored?.at,
    restoredAfterMs: restored?.afterMs,
  };
}

export function toRollbackOption(
  { origin, to, verifiedAt, whyNot, earlier }: EngineOption,
  out: FreightRow | undefined,
): RollbackOption {
  return {
    origin,
    out: out && toFreightSummary(out),
    to: to && toFreightSummary(to),
    verifiedAt,
    earlierCount: earlier.length,
    whyNot,
  };
}

/** @returns undefined when it does not explain what the stage holds now. */
export function toStageRollback(
  row: StageRow | undefined,
  promotion: PromotionRow | undefined,
): StageRollbackState | undefined {
  const sentence = row && rollbackSentence(row, promotion);
  return sentence && row.rollback
    ? {
        sentence: publicUrl(sentence),
        at: row.rollback.at,
        promotion: row.rollback.promotion,
      }
    : undefined;
}
