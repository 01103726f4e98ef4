import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';

type Words = [Badge['shape'], Badge['tone'], string];
type Told = Pick<HistoryEntry, 'phase' | 'stage'>;

const ACTS: Record<string, Words> = {
  promote: ['play', 'busy', 'promoted'],
  'promote-full': ['skip', 'attention', 'fully promoted'],
  pause: ['bar', 'attention', 'paused'],
  resume: ['play', 'busy', 'resumed'],
  abort: ['bar', 'bad', 'aborted'],
  retry: ['half', 'busy', 'retried'],
};

/** What somebody asked of a rollout. */
export function rolloutAsked({ stage, phase = '' }: Told): Words {
  const [shape, tone, did] = ACTS[phase] ?? ['dot', 'quiet', 'steered'];
  return [shape, tone, `${did} a rollout of ${stage}`];
}

/** The cluster did not do it. */
export function rolloutFailed({ stage }: Told): Words {
  return ['cross', 'bad', `could not steer a rollout of ${stage}`];
}
