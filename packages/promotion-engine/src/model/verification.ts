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

/** The step under which the log of a promotion has what its verification printed. No alias has a blank. */
export const verificationLog = (id: string) => `verification ${id}`;

/** Where an AnalysisRun of Argo Rollouts is. */
export interface AnalysisRunPlace {
  cluster: string;
  namespace: string;
}

export interface AnalysisRunRef extends AnalysisRunPlace {
  name: string;
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
  /** What measures it in a cluster; absent: it is done here. */
  run?: AnalysisRunRef;
  startedAt: string;
  finishedAt?: string;
  message?: string;
  actor: string;
}
