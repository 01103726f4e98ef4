import {
  PromotionDetail,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { plainRefs } from '../words/plainRefs';
import { stepBadge } from '../words/stateBadges';
import { stepName } from '../words/stepName';
import { hasEnded } from './promotionTitle';

export interface StepLine {
  index: number;
  alias: string;
  name: string;
  /** e.g. `git-push`; absent where it is the name. */
  kind?: string;
  badge: Badge;
  /** Milliseconds since 1970; the end is absent while it runs. */
  started?: number;
  ended?: number;
  /** The result in one line; empty while there is none. */
  result: string;
  links: NonNullable<PromotionStep['links']>;
  failed: boolean;
}

/** Steps as a list that is read from top to bottom. */
export function stepLines({ steps, promotion }: PromotionDetail): StepLine[] {
  const asking = promotion.question ? askingStep(steps) : undefined;
  const ended = hasEnded(promotion);
  return steps.map(step => {
    const { index, alias, uses, startedAt, finishedAt, links = [] } = step;
    const failed = step.status === 'Failed' || step.status === 'Errored';
    return {
      index,
      alias,
      ...stepName({ alias, uses }),
      badge: badgeOf(step, { asks: index === asking, ended }),
      started: time(startedAt),
      ended: time(finishedAt),
      result: resultOf(step),
      links,
      failed,
    };
  });
}

function badgeOf(
  { status }: PromotionStep,
  { asks, ended }: { asks: boolean; ended: boolean },
): Badge {
  if (asks) return ASKS;
  return ended && status === 'Pending' ? NEVER_RAN : stepBadge(status);
}

const NEVER_RAN: Badge = { shape: 'ring', tone: 'quiet', word: 'never ran' };
const ASKS: Badge = { shape: 'question', tone: 'attention', word: 'asks you' };

function askingStep(steps: readonly PromotionStep[]): number | undefined {
  return steps.find(step => step.status === 'Running')?.index;
}

function time(at?: string): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}

function resultOf({ message = '', attempt, status }: PromotionStep): string {
  const [line] = plainRefs(message).split('\n');
  const again = attempt > 1 ? `attempt ${attempt}` : '';
  const waits = status === 'Running' && message ? `waits: ${line}` : line;
  return [waits, again].filter(Boolean).join(' · ');
}
