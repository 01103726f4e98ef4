/** Why a cluster did not do what it was asked; the message names cluster, verb and resource. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** Milliseconds that the cluster asks to wait. */
  readonly retryAfterMs?: number;

  constructor(
    message: string,
    about: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.status = about.status;
    this.retryAfterMs = about.retryAfterMs;
  }

  /** What was watched is not known any more: list again (HTTP 410). */
  get gone(): boolean {
    return this.status === 410;
  }

  /** The object changed since it was read. */
  get conflict(): boolean {
    return this.status === 409;
  }

  /** Not there, or too busy: asking again later may help. */
  get passing(): boolean {
    return (
      this.status === undefined || this.status === 429 || this.status >= 500
    );
  }
}
