/** The answer of one gate. `unknown` never passes. */
export type GateStatus = 'pass' | 'waiting' | 'blocked' | 'unknown';

/** One reason why a freight may or may not enter a stage. */
export interface GateVerdict {
  /** Gate id, e.g. `soak`. */
  gate: string;
  status: GateStatus;
  /** One sentence for people. */
  sentence: string;
  evidence: Record<string, unknown>;
  /** Who can clear it: entity refs, or a word like `time`. */
  clearedBy: string[];
  /** ISO 8601, when it clears by itself and that is known. */
  clearsAt?: string;
}

/** All verdicts and the first that does not pass. */
export interface GateReport {
  open: boolean;
  verdicts: GateVerdict[];
  first?: GateVerdict;
}
