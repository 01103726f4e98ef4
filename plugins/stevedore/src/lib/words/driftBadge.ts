import { DriftSide, DriftVerdict } from '@stevedore/plugin-stevedore-common';
import { Badge } from './badge';

const VERDICTS: Record<DriftVerdict, Badge> = {
  same: { shape: 'check', tone: 'good', word: 'as promoted' },
  gitDiffers: { shape: 'half', tone: 'attention', word: 'Git differs' },
  clusterDiffers: { shape: 'half', tone: 'attention', word: 'cluster differs' },
  unknown: { shape: 'question', tone: 'quiet', word: 'not known' },
};

export function driftBadge(verdict: DriftVerdict): Badge {
  return VERDICTS[verdict];
}

/** What stands in a column where there is no version to show. */
export function sideText({ status, value }: DriftSide): string {
  if (value !== undefined)
    return status === 'unknown' ? `${value}, as far as is known` : value;
  switch (status) {
    case 'differs':
      return 'gone';
    case 'none':
      return 'not watched';
    case 'unknown':
      return 'not known';
    default:
      return 'as promoted';
  }
}
