/** A commit, as far as it matters who wrote it. */
export interface WrittenCommit {
  id: string;
  /** Committer date, RFC 3339. */
  date: string;
  /** Name of the author. */
  author: string;
  /** The last of a name counts. */
  trailers: Record<string, string>;
}
