import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { Badge } from '../words/badge';
import { freightVersion } from '../words/names';
import { StageGroup } from './parallelStages';
import { stageBadge } from './stageLines';

/** A state, and in how many of the stages. */
export interface Counted {
  badge: Badge;
  count: number;
}

/** What somebody reads of a folded group. */
export interface GroupLines {
  states: Counted[];
  /** Version, and in how many of the stages it is. */
  here: { version: string; count: number }[];
}

export function groupLines({ stages }: StageGroup): GroupLines {
  const versions = stages.map(versionsOf);
  return {
    states: countBadges(stages.map(stageBadge)),
    here: tally(versions, each => each).map(([version, count]) => ({
      version,
      count,
    })),
  };
}

/** Equal words once, the most frequent first. */
export function countBadges(badges: readonly Badge[]): Counted[] {
  return tally(badges, ({ word }) => word).map(([badge, count]) => ({
    badge,
    count,
  }));
}

function versionsOf({ here }: PipelineStage): string {
  return here.map(freightVersion).join(', ') || 'nothing yet';
}

function tally<T>(all: readonly T[], key: (each: T) => string): [T, number][] {
  const counts = new Map<string, [T, number]>();
  for (const each of all) {
    const [first, count] = counts.get(key(each)) ?? [each, 0];
    counts.set(key(each), [first, count + 1]);
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1]);
}
