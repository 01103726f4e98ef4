/** What a running step asks people (Kargo: wait-for-approval, get-user-input). */
export interface StepAsk {
  kind: 'approval' | 'input';
  /** Any of them may answer; absent: everybody who sees the promotion. */
  responders?: Responder[];
  /** How many different people have to approve; of an approval. */
  minApprovals?: number;
  /** Shown beside the form; of an input. */
  display?: string;
  /** JSON Schema of the values; of an input. */
  schema?: Record<string, unknown>;
}

/** Who may answer, as Kargo writes it: a claim with its value, or a role. */
export interface Responder {
  claim?: string;
  value?: string;
  role?: string;
  /** One approval has to come from somebody whom this names. */
  required?: boolean;
}

/** What somebody answered. */
export interface StepAnswer {
  /** User entity ref. */
  actor: string;
  /** ISO 8601 */
  at: string;
  action: StepAction;
  message?: string;
  /** What was filled in; of an input. */
  values?: Record<string, unknown>;
  /** Which of the responders the person was, by index. */
  matches: number[];
}

export const StepAction = {
  Approve: 'approve',
  Reject: 'reject',
  Submit: 'submit',
} as const;
export type StepAction = (typeof StepAction)[keyof typeof StepAction];
