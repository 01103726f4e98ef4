/** Channel on which the backend says what changed. */
export const STEVEDORE_CHANNEL = 'stevedore';

/** Ids only: whoever listens reads what changed again. */
export type StevedoreSignal = { project: string; subjects: string[] };

/** What concerns every project: a lock or a freeze beyond components. */
export const EVERY_PROJECT = '*';
