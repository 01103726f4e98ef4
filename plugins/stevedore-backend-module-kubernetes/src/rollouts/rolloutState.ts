import { RolloutAnalysis, RolloutState } from '@stevedore/promotion-engine';
import { canaryState, stepOf } from './canaryState';
import {
  AnalysisRunStatus,
  CanaryStep,
  imagesOf,
  isFullyPromoted,
  REVISION,
  Rollout,
} from './rollout';

/** What is known of a revision beside the Rollout: from its ReplicaSet. */
export interface KnownRevision {
  number?: number;
  images: string[];
}

/** How a Rollout is, from what stands in it. @param known - by hash of the pod template */
export function rolloutState(
  rollout: Rollout,
  known: (hash: string) => KnownRevision | undefined = () => undefined,
): RolloutState {
  const { spec = {}, status = {} } = rollout;
  const { strategy = {}, replicas: wanted = 1 } = spec;
  const { replicas = 0, updatedReplicas: updated = 0 } = status;
  return {
    strategy: strategy.blueGreen ? 'blueGreen' : 'canary',
    seen: seenOf(rollout),
    canary: strategy.blueGreen ? undefined : canaryState(rollout),
    blueGreen: strategy.blueGreen && blueGreenOf(strategy.blueGreen),
    ...revisions(rollout, known, { old: replicas - updated, updated }),
    replicas: { wanted, updated, available: status.availableReplicas ?? 0 },
    analyses: analysesOf(status),
    aborted: status.abort === true && !isFullyPromoted(rollout),
    paused: pausedOf(rollout),
  };
}

/** What decides about acts; counts of replicas may move while somebody reads. */
export function seenOf(rollout: Rollout): string {
  const { metadata, spec, status = {} } = rollout;
  return JSON.stringify([
    metadata.uid ?? metadata.name,
    status.currentPodHash,
    status.stableRS,
    stepOf(rollout),
    spec?.paused === true,
    status.pauseConditions?.map(({ reason }) => reason) ?? [],
    status.abort === true,
    status.promoteFull === true,
  ]);
}

function blueGreenOf({
  activeService,
  previewService,
  autoPromotionEnabled = true,
  autoPromotionSeconds,
}: NonNullable<
  NonNullable<NonNullable<Rollout['spec']>['strategy']>['blueGreen']
>): RolloutState['blueGreen'] {
  return {
    active: activeService,
    preview: previewService,
    autoPromotion: autoPromotionEnabled,
    autoPromotionSeconds: autoPromotionEnabled
      ? autoPromotionSeconds || undefined
      : undefined,
  };
}

function revisions(
  rollout: Rollout,
  known: (hash: string) => KnownRevision | undefined,
  replicas: { old: number; updated: number },
): Pick<RolloutState, 'stable' | 'next'> {
  const { metadata, spec, status = {} } = rollout;
  const { currentPodHash: current, stableRS: stable } = status;
  if (!current) return {};
  const own = metadata.annotations?.[REVISION];
  const images = imagesOf(spec?.template);
  const newest = {
    hash: current,
    number: own === undefined ? known(current)?.number : Number(own),
    // a template that stands in another workload is known by its ReplicaSet only
    images: images.length > 0 ? images : known(current)?.images,
    replicas: replicas.updated,
  };
  if (isFullyPromoted(rollout)) return { stable: newest };
  if (!stable) return { next: newest };
  const { number, images: before } = known(stable) ?? {};
  return {
    stable: { hash: stable, number, images: before, replicas: replicas.old },
    next: newest,
  };
}

function analysesOf({
  canary = {},
  blueGreen = {},
}: NonNullable<Rollout['status']>): RolloutAnalysis[] {
  const all: [RolloutAnalysis['of'], AnalysisRunStatus | undefined][] = [
    ['step', canary.currentStepAnalysisRunStatus],
    ['background', canary.currentBackgroundAnalysisRunStatus],
    ['before the switch', blueGreen.prePromotionAnalysisRunStatus],
    ['after the switch', blueGreen.postPromotionAnalysisRunStatus],
  ];
  return all.flatMap(([of, run]) =>
    run
      ? {
          of,
          name: run.name,
          phase: run.status || 'Pending',
          message: run.message || undefined,
        }
      : [],
  );
}

const REASONS: Record<string, string> = {
  InconclusiveAnalysisRun: 'its analysis came to no verdict',
  BlueGreenPause: 'the preview is ready to be looked at',
};

function pausedOf(rollout: Rollout): RolloutState['paused'] {
  const { spec = {}, status = {} } = rollout;
  const [pause] = status.pauseConditions ?? [];
  if (!pause) return spec.paused ? { why: 'somebody paused it' } : undefined;
  const { reason, startTime: since } = pause;
  const { canary, blueGreen } = spec.strategy ?? {};
  if (reason === 'CanaryPauseStep') {
    const step = stepOf(rollout) ?? 0;
    const ends = canary?.steps?.[step]?.pause?.duration;
    return {
      why: `step ${step + 1} is a pause`,
      since,
      until: ends === undefined ? undefined : later(since, secondsOf(ends)),
    };
  }
  const { autoPromotionEnabled = true, autoPromotionSeconds } = blueGreen ?? {};
  return {
    why: REASONS[reason] ?? reason,
    since,
    until:
      reason === 'BlueGreenPause' && autoPromotionEnabled
        ? later(since, autoPromotionSeconds)
        : undefined,
  };
}

const UNITS: Record<string, number> = { h: 3_600, m: 60, s: 1 };

/** Seconds of a pause: a number, or a Go duration of hours, minutes and seconds; undefined when it is neither. */
export function secondsOf(
  duration: NonNullable<NonNullable<CanaryStep['pause']>['duration']>,
): number | undefined {
  const text = `${duration}`;
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) return undefined;
  return [...text.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit],
    0,
  );
}

function later(since: string, seconds: number | undefined) {
  const begin = Date.parse(since);
  return seconds === undefined || Number.isNaN(begin)
    ? undefined
    : new Date(begin + seconds * 1_000).toISOString();
}
