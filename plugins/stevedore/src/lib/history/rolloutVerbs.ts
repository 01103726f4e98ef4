import type { Told, VerbWords } from './gateVerbs';

const ACTS: Record<string, VerbWords> = {
  promote: ['play', 'busy', 'promoted'],
  'promote-full': ['skip', 'attention', 'fully promoted'],
  pause: ['bar', 'attention', 'paused'],
  resume: ['play', 'busy', 'resumed'],
  abort: ['bar', 'bad', 'aborted'],
  retry: ['half', 'busy', 'retried'],
};

/** What somebody asked of a rollout. */
export function rolloutAsked({ stage, phase = '' }: Told): VerbWords {
  const [shape, tone, did] = ACTS[phase] ?? ['dot', 'quiet', 'steered'];
  return [shape, tone, `${did} a rollout of ${stage}`];
}

/** The cluster did not do it. */
export function rolloutFailed({ stage }: Told): VerbWords {
  return ['cross', 'bad', `asked it of a rollout of ${stage}, in vain`];
}
