/** Who or what asked for a rollback: a person, or the policy of the stage after such a failure (Kargo: autoRollback). */
export type RollbackCause = 'person' | 'promotion' | 'verification';

/**
 * Says that a promotion is a rollback: it takes a stage back to freight that was good there. Who asked is the
 * promotion's requester. A gate that holds back change as such (windows, freezes) may exempt it; one that
 * judges the freight or the people may not.
 */
export interface Rollback {
  /** Name of the promotion that is undone: it brought, or was to bring, what is taken out. */
  of: string;
  /** Name of the freight that is taken out. */
  out: string;
  because: RollbackCause;
  /** Id of the verification that failed, when that is why. */
  verification?: string;
  /** ISO 8601: since when the stage is known to be bad. The time to restore counts from here. */
  badSince: string;
}

/** When a stage goes back by itself (Kargo: promotionPolicies[].autoRollback). */
export interface AutoRollback {
  /** Kargo's default: none. */
  onPromotion: ('Failed' | 'Errored')[];
  /** Kargo's default: Failed. */
  onVerification: ('Failed' | 'Error')[];
}

/** The last rollback of a stage, or why there was none; one failure is answered once. */
export interface StageRollback extends Pick<Rollback, 'of' | 'verification'> {
  /** ISO 8601 */
  at: string;
  /** Name of the rollback. */
  promotion?: string;
  /** Why the policy did not go back. */
  skipped?: string;
}

/** A rollback did what it was for: the stage was found good again. */
export interface Restored {
  /** ISO 8601 */
  at: string;
  /** Milliseconds since `badSince`. */
  afterMs: number;
}
