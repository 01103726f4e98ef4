/** Kargo's verification phases. */
export const VerificationPhase = {
  Pending: 'Pending',
  Running: 'Running',
  Successful: 'Successful',
  Failed: 'Failed',
  Error: 'Error',
  Aborted: 'Aborted',
  Inconclusive: 'Inconclusive',
} as const;
export type VerificationPhase =
  (typeof VerificationPhase)[keyof typeof VerificationPhase];

export function isVerificationTerminal(phase: VerificationPhase): boolean {
  return phase !== 'Pending' && phase !== 'Running';
}

/** One measurement of one metric (Argo: Measurement). */
export interface Measurement {
  metric: string;
  phase: 'Successful' | 'Failed' | 'Error' | 'Inconclusive';
  /** ISO 8601. */
  at: string;
  value?: string;
  message?: string;
}

/** The verification of one freight collection in one stage. */
export interface Verification {
  /** ULID; empty for the implicit success of a stage without checks. */
  id: string;
  collection: string;
  phase: VerificationPhase;
  startedAt: string;
  finishedAt?: string;
  message?: string;
  actor: string;
}
