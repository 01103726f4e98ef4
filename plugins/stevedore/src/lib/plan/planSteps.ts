import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { stepName } from '../words/stepName';

export interface PlannedStep {
  alias: string;
  name: string;
  /** e.g. `git-push`; absent where it is the name. */
  kind?: string;
  badge: Badge;
  /** What it would do or why it is not known. */
  sentence?: string;
}

const BADGES: Record<string, Badge> = {
  planned: { shape: 'arrow', tone: 'busy', word: 'would run' },
  unknown: { shape: 'question', tone: 'attention', word: 'not known yet' },
  Succeeded: { shape: 'check', tone: 'good', word: 'tried, works' },
  Skipped: { shape: 'skip', tone: 'quiet', word: 'would be skipped' },
  Failed: { shape: 'cross', tone: 'bad', word: 'would fail' },
  Errored: { shape: 'cross', tone: 'bad', word: 'would break off' },
};

/** Steps that would run, with what planning them gave. */
export function plannedSteps({
  outcomes,
  effects,
}: Pick<PromotionPlan, 'outcomes' | 'effects'>): PlannedStep[] {
  return outcomes.map(({ alias, uses, status, message }) => {
    const effect = effects.find(each => each.step === alias);
    return {
      alias,
      ...stepName({ alias, uses }),
      badge: BADGES[status] ?? {
        shape: 'question',
        tone: 'quiet',
        word: status,
      },
      sentence: sentenceOf({ status, message, effect }),
    };
  });
}

/** What a trial says has not happened, and is said so. */
function sentenceOf({
  status,
  message,
  effect,
}: {
  status: string;
  message?: string;
  effect?: Effect;
}): string | undefined {
  if (message)
    return status === 'Succeeded' ? `in the trial: ${message}` : message;
  return effect && effectSentence(effect);
}

type Effect = PromotionPlan['effects'][number];

function effectSentence({ kind, target, files }: Effect): string {
  if (kind === 'git-push')
    return `pushes ${
      files.length === 1 ? '1 file' : `${files.length} files`
    } to ${target}`;
  return target;
}
