/** A Git process that ended badly; inside the adapter only. Callers turn it into a GitError. */
export class GitFailure extends Error {
  override name = 'GitFailure';
  /** What it printed, both streams, secrets masked. */
  readonly output: string;
  /** undefined: it did not start, or was killed. */
  readonly exitCode?: number;
  constructor(output: string, exitCode?: number) {
    super(output);
    this.output = output;
    this.exitCode = exitCode;
  }
}
