import { Readable, Transform } from 'stream';
import { createGunzip } from 'zlib';
import { ArchiveError, ArchiveLimits, bytes } from '../_shared/archive';

/** The unpacked bytes of an archive; the stream fails where they are too many. */
export function boundedStream(
  archive: Readable,
  { isCompressed, limits }: { isCompressed: boolean; limits: ArchiveLimits },
): Readable {
  if (!isCompressed) return archive;
  let read = 0;
  let written = 0;
  const counted = new Transform({
    transform(chunk, _, done) {
      read += chunk.length;
      done(null, chunk);
    },
  });
  const bounded = new Transform({
    transform(chunk, _, done) {
      written += chunk.length;
      const isBomb = written > limits.free && written > limits.ratio * read;
      if (written > limits.stream)
        done(
          new ArchiveError(
            `the archive unpacks to more than ${bytes(limits.stream)}`,
          ),
        );
      else if (isBomb)
        done(
          new ArchiveError(
            `the archive unpacks to more than ${limits.ratio} times its size`,
          ),
        );
      else done(null, chunk);
    },
  });
  return chain(archive, counted, createGunzip(), bounded);
}

/** Pipes that pass their errors on. */
function chain(first: Readable, ...rest: Transform[]): Readable {
  return rest.reduce<Readable>((before, next) => {
    before.on('error', error => next.destroy(error));
    return before.pipe(next);
  }, first);
}
