import { GitError } from '../../model/errors';

/** Seconds since the epoch, as Git writes dates. @throws GitError for what is no date */
export function unixSeconds(at: string): number {
  const seconds = Math.floor(Date.parse(at) / 1000);
  if (!Number.isFinite(seconds)) {
    throw new GitError(`"${at}" is not a date in ISO 8601`, {
      retryable: false,
    });
  }
  return seconds;
}
