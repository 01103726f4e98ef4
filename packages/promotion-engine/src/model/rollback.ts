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
  /** ISO 8601: since when the stage is known to be bad. The time to restore counts from here. */
  badSince: string;
}
