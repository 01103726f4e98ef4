/** Channel on which the backend says what changed. */
export const STEVEDORE_CHANNEL = 'stevedore';

/** Ids only: whoever listens reads what changed again. */
export type StevedoreSignal = { project: string; subjects: string[] };

/** Nothing changed, but what changes would be heard. */
export type StevedoreBeat = { beat: true };

/** Milliseconds between two beats. */
export const BEAT_MS = 10_000;

/** What concerns every project: a lock or a freeze beyond components. */
export const EVERY_PROJECT = '*';
