/** A write carried a version that is not the current one; re-read and decide again. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** A path leaves the workspace or touches a `.git`. */
export class PathError extends Error {
  override name = 'PathError';
}

/** Git did not do what was asked; the message has no secret. `retryable`: the host, not the request. */
export class GitError extends Error {
  override name = 'GitError';
  readonly retryable: boolean;
  constructor(
    message: string,
    options: { retryable: boolean; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}

/** A registry did not answer, or refused. */
export class RegistryError extends Error {
  override name = 'RegistryError';
  /** Milliseconds, from `Retry-After`. */
  readonly retryAfterMs?: number;
  constructor(
    message: string,
    options: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** An executable is missing, failed, or went beyond its bounds. `retryable`: another attempt may go better. */
export class ProgramError extends Error {
  override name = 'ProgramError';
  readonly retryable: boolean;
  constructor(message: string, options: { retryable: boolean }) {
    super(message);
    this.retryable = options.retryable;
  }
}
