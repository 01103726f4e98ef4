import {
  Promotion,
  PromotionPhaseName,
} from '@stevedore/plugin-stevedore-common';
import { freightVersion } from '../words/names';
import { asSentence } from '../words/plainRefs';

const ENDED: ReadonlySet<PromotionPhaseName> = new Set<PromotionPhaseName>([
  'Succeeded',
  'Failed',
  'Errored',
  'Aborted',
  'Rejected',
  'Superseded',
]);

export function hasEnded({ phase }: Pick<Promotion, 'phase'>): boolean {
  return ENDED.has(phase);
}

/** `1.4.2 to prod`. */
export function promotionTitle({
  freight,
  stage,
}: Pick<Promotion, 'freight' | 'stage'>): string {
  return `${freightVersion(freight)} to ${stage}`;
}

/** Milliseconds from its start to its end, or to now; undefined before it starts. */
export function promotionDuration(
  { startedAt, finishedAt }: Pick<Promotion, 'startedAt' | 'finishedAt'>,
  now: number,
): number | undefined {
  if (!startedAt) return undefined;
  return (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt);
}

/** What is said aloud when the state changes. */
export function announcement(promotion: Promotion): string {
  return `${promotionTitle(promotion)}: ${asSentence(promotion.sentence)}`;
}
