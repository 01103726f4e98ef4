/** Why a cluster did not do what it was asked; the message names cluster, verb and resource. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** Milliseconds that the cluster asks to wait. */
  readonly retryAfterMs?: number;
  /** As a Status object (meta/v1) gives it; absent where the answer was none. */
  readonly reason?: string;
  /** What an admission webhook said: it refuses, whatever the rights of who asks. */
  readonly denial?: string;

  constructor(
    message: string,
    about: {
      status?: number;
      retryAfterMs?: number;
      reason?: string;
      denial?: string;
    } = {},
  ) {
    super(message);
    this.denial = about.denial;
    this.status = about.status;
    this.retryAfterMs = about.retryAfterMs;
    this.reason = about.reason;
  }

  /** There is no such object. */
  get missing(): boolean {
    return this.status === 404 && this.reason === 'NotFound';
  }

  /** A 404 without a reason says only that the kind is not served, maybe not yet. */
  get unserved(): boolean {
    return this.status === 404 && !this.missing;
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
      this.status === undefined ||
      this.status === 429 ||
      this.status >= 500 ||
      this.unserved
    );
  }
}
