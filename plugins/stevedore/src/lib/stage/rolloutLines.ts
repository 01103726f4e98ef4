import {
  Rollout,
  RolloutActName,
  RolloutRevision,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { shortSource } from '../words/names';

const PHASES: Record<Rollout['phase'], Badge> = {
  Healthy: { shape: 'check', tone: 'good', word: 'healthy' },
  Progressing: { shape: 'hourglass', tone: 'busy', word: 'being rolled out' },
  Paused: { shape: 'bar', tone: 'attention', word: 'paused' },
  Degraded: { shape: 'cross', tone: 'bad', word: 'degraded' },
  Unknown: { shape: 'dot', tone: 'attention', word: 'cannot be seen' },
};
const ABORTED: Badge = { shape: 'bar', tone: 'bad', word: 'aborted' };

export const rolloutBadge = ({ phase, aborted }: Rollout): Badge =>
  aborted && phase === 'Degraded' ? ABORTED : PHASES[phase];

type Steps = NonNullable<Rollout['canary']>['steps'];
type StepState = Steps[number]['state'];

/** What stands before a step; the word is for who cannot see it. */
export function stepMark(
  state: StepState,
  { paused, aborted }: Pick<Rollout, 'paused' | 'aborted'>,
): Badge {
  if (state === 'done') return { shape: 'check', tone: 'good', word: 'done' };
  if (state === 'open') return { shape: 'ring', tone: 'quiet', word: 'open' };
  if (aborted) return ABORTED;
  return paused
    ? { shape: 'bar', tone: 'attention', word: 'paused here' }
    : { shape: 'hourglass', tone: 'busy', word: 'being done' };
}

export interface ActWords {
  label: string;
  confirm: string;
  means: string;
  /** It passes checks, so it wants to know why. */
  reasoned?: boolean;
}

const ACTS: Record<RolloutActName, ActWords> = {
  promote: {
    label: 'Promote',
    confirm: 'Go on to the next step',
    means: 'Its pause ends, or the step that is being done counts as done.',
  },
  'promote-full': {
    label: 'Promote fully',
    confirm: 'Give it all of the traffic',
    means: 'All steps, pauses and analyses that are left are passed over.',
    reasoned: true,
  },
  pause: {
    label: 'Pause',
    confirm: 'Pause it here',
    means: 'It stays at its step until somebody resumes it.',
  },
  resume: {
    label: 'Resume',
    confirm: 'Take the pause away',
    means: 'It goes on from the step where somebody paused it.',
  },
  abort: {
    label: 'Abort',
    confirm: 'Go back to the stable version',
    means:
      'All traffic goes back to the stable version. The new one stays wanted until it is retried or replaced.',
  },
  retry: {
    label: 'Retry',
    confirm: 'Begin it anew',
    means: 'What was aborted begins again with its first step.',
  },
};

export const actWords = (act: RolloutActName): ActWords => ACTS[act];

/** `20 % on the new version, 50 % wanted` */
export function weightLine({
  actual,
  weight,
}: NonNullable<Rollout['canary']>): string {
  const wanted = actual === weight ? '' : `, ${weight} % wanted`;
  return `${actual} % on the new version${wanted}`;
}

/** `revision 4: web:1.4.2, 1 replica` */
export function revisionLine({
  number,
  hash,
  images,
  replicas,
}: RolloutRevision): string {
  const name = number === undefined ? hash : `${number}`;
  const shown = images?.map(shortSource).join(', ') || 'image not known';
  return `revision ${name}: ${shown}, ${replicas} ${
    replicas === 1 ? 'replica' : 'replicas'
  }`;
}

/** How blue-green switches. */
export function switchLine({
  active,
  preview,
  autoPromotion,
  autoPromotionSeconds,
}: NonNullable<Rollout['blueGreen']>): string {
  const services = preview
    ? `Service ${active} has the active version, ${preview} the preview.`
    : `Service ${active} has the active version; there is no preview.`;
  if (!autoPromotion) return `${services} It switches when somebody promotes.`;
  return autoPromotionSeconds === undefined
    ? `${services} It switches by itself once the new version is ready.`
    : `${services} It switches by itself ${autoPromotionSeconds} s after the new version is ready.`;
}
