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

/** What can be done with it in its phase; whether the reader may is another question. */
export function steering({
  phase,
  question,
}: Pick<Promotion, 'phase' | 'question'>): { abort: boolean; retry: boolean } {
  const ended = hasEnded({ phase });
  return {
    abort: !ended,
    retry: ended ? phase !== 'Succeeded' : question !== undefined,
  };
}

/** What aborting it comes to. */
export function abortMeans({
  startedAt,
}: Pick<Promotion, 'startedAt'>): string {
  return startedAt
    ? 'The step that runs is interrupted. What it has written by then stays, and is looked up.'
    : 'It ends here, and nothing is written.';
}

/** What is said aloud when the state changes. */
export function announcement(promotion: Promotion): string {
  return `${promotionTitle(promotion)}: ${asSentence(promotion.sentence)}`;
}
