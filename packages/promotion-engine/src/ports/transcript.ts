/** One line that something elsewhere printed, and when, as RFC 3339 in UTC; moments of one source are compared as texts. */
export interface PrintedLine {
  at: string;
  text: string;
}

/** A log that is kept elsewhere, such as a container's, and is copied here while it grows: each line once, also after a restart. */
export interface Transcript {
  /** When the last line that is here was printed; absent: none is. */
  readonly until?: string;
  /** As much is here as is kept of one source; nothing more is taken. */
  readonly full: boolean;
  /** Keeps the lines that were printed after `until`, without secrets. */
  add(lines: readonly PrintedLine[]): Promise<void>;
}

/** @param source - what prints, by a name that is its own within the log, such as pod and container */
export type OpenTranscript = (source: string) => Promise<Transcript>;

/** Where nothing is kept: of plans, and of what outlives no request. */
export const noTranscript: OpenTranscript = async () => ({
  full: true,
  add: async () => undefined,
});
