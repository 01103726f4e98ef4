import { Badge } from './badge';

const BADGES: Record<string, Badge> = {
  Pending: { shape: 'hourglass', tone: 'busy', word: 'about to be verified' },
  Running: { shape: 'hourglass', tone: 'busy', word: 'being verified' },
  Successful: { shape: 'check', tone: 'good', word: 'verified' },
  Failed: { shape: 'cross', tone: 'bad', word: 'failed' },
  Error: { shape: 'cross', tone: 'bad', word: 'could not be verified' },
  Inconclusive: { shape: 'question', tone: 'attention', word: 'inconclusive' },
  Aborted: { shape: 'bar', tone: 'quiet', word: 'aborted' },
};

/** @param phase of a verification (Kargo: VerificationPhase) */
export function verificationBadge(phase: string): Badge {
  return BADGES[phase] ?? { shape: 'question', tone: 'quiet', word: phase };
}
