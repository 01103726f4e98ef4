import {
  PipelineStage,
  PromotionPhaseName,
  PromotionStep,
} from '@stevedore/plugin-stevedore-common';
import { Badge } from './badge';

const HEALTH: Record<PipelineStage['health'], Badge> = {
  healthy: { shape: 'check', tone: 'good', word: 'healthy' },
  verifying: { shape: 'hourglass', tone: 'busy', word: 'being verified' },
  progressing: { shape: 'hourglass', tone: 'busy', word: 'progressing' },
  unhealthy: { shape: 'cross', tone: 'bad', word: 'unhealthy' },
  unseen: { shape: 'dot', tone: 'attention', word: 'cannot be seen' },
  promoting: { shape: 'play', tone: 'busy', word: 'promoting' },
  empty: { shape: 'ring', tone: 'quiet', word: 'empty' },
  unknown: { shape: 'dot', tone: 'quiet', word: 'not verified' },
};

const PHASES: Record<PromotionPhaseName, Badge> = {
  Requested: { shape: 'half', tone: 'attention', word: 'waits for approval' },
  Pending: { shape: 'stack', tone: 'busy', word: 'queued' },
  Running: { shape: 'play', tone: 'busy', word: 'promoting' },
  Succeeded: { shape: 'check', tone: 'good', word: 'succeeded' },
  Failed: { shape: 'cross', tone: 'bad', word: 'failed' },
  Errored: { shape: 'cross', tone: 'bad', word: 'broke off' },
  Aborted: { shape: 'bar', tone: 'quiet', word: 'aborted' },
  Rejected: { shape: 'bar', tone: 'bad', word: 'rejected' },
  Superseded: { shape: 'skip', tone: 'quiet', word: 'superseded' },
};

const STEPS: Record<PromotionStep['status'], Badge> = {
  Pending: { shape: 'ring', tone: 'quiet', word: 'not yet' },
  Running: { shape: 'play', tone: 'busy', word: 'runs' },
  Succeeded: { shape: 'check', tone: 'good', word: 'done' },
  Skipped: { shape: 'skip', tone: 'quiet', word: 'skipped' },
  Failed: { shape: 'cross', tone: 'bad', word: 'failed' },
  Errored: { shape: 'cross', tone: 'bad', word: 'broke off' },
  Aborted: { shape: 'bar', tone: 'quiet', word: 'aborted' },
};

export function healthBadge(health: PipelineStage['health']): Badge {
  return HEALTH[health];
}

export function phaseBadge(phase: PromotionPhaseName): Badge {
  return PHASES[phase];
}

export function stepBadge(status: PromotionStep['status']): Badge {
  return STEPS[status];
}
