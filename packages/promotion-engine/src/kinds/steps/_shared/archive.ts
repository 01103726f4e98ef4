const MIB = 1024 * 1024;

/** What an archive may hold. Bytes are Kargo's limits; entries and ratio are ours. */
export interface ArchiveLimits {
  entries: number;
  /** Bytes of one file. */
  file: number;
  /** Bytes of all files. */
  total: number;
  /** Bytes of the whole archive, unpacked: files, headers, padding and what is skipped. */
  stream: number;
  /** How many times its own size it may unpack to, once that is more than `free` bytes. */
  ratio: number;
  free: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  file: 50 * MIB,
  total: 100 * MIB,
  stream: 128 * MIB,
  ratio: 200,
  free: 10 * MIB,
};

/** An archive is larger than it may be; nothing gets better by another attempt. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly retryable = false;
}

export function bytes(count: number): string {
  return count >= MIB ? `${Math.floor(count / MIB)} MiB` : `${count} bytes`;
}

/** Counts what goes into or comes out of an archive. @throws ArchiveError for what is too much */
export class ArchiveBudget {
  private entries = 0;
  private total = 0;

  constructor(private readonly limits: ArchiveLimits) {}

  entry(): void {
    this.entries += 1;
    if (this.entries > this.limits.entries)
      throw new ArchiveError(
        `the archive has more than ${this.limits.entries} entries`,
      );
  }

  file(name: string, size: number): void {
    if (size > this.limits.file)
      throw new ArchiveError(
        `${name} has more than ${bytes(
          this.limits.file,
        )}, which no file of an archive may have`,
      );
    this.total += size;
    if (this.total > this.limits.total)
      throw new ArchiveError(
        `the files of the archive have more than ${bytes(
          this.limits.total,
        )} together`,
      );
  }
}
