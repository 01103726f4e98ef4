import { WrittenCommit } from '../../model/writtenCommit';
import { CommitRange } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId } from './refNames';

const FORMAT =
  '--format=%H%x00%cI%x00%an%x00%(trailers:only=true,unfold=true)%x01';

/** Paths in which two commits of the mirror differ; a move is two of them. */
export async function pathsBetween(
  mirror: Mirror,
  { base, head }: CommitRange,
): Promise<string[]> {
  const args = ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z'];
  const range = [assertObjectId(base), assertObjectId(head), '--'];
  const printed = await read(mirror, [...args, ...range]);
  return printed.split('\0').filter(Boolean);
}

/** What was written to these paths in `base..head`, newest first. */
export async function commitsTo(
  mirror: Mirror,
  {
    base,
    head,
    paths,
    limit,
  }: CommitRange & { paths: string[]; limit: number },
): Promise<WrittenCommit[]> {
  if (paths.length === 0) return [];
  const printed = await read(mirror, [
    '--literal-pathspecs',
    'log',
    '--no-show-signature',
    '--no-mailmap',
    '--encoding=UTF-8',
    FORMAT,
    `--max-count=${limit}`,
    assertObjectId(head),
    `^${assertObjectId(base)}`,
    '--',
    ...paths,
  ]);
  return printed
    .split('\x01')
    .map(record => record.trim().split('\0'))
    .filter(([id]) => id)
    .map(([id, date, author, trailers = '']) => ({
      ...{ id, date, author },
      trailers: trailersOf(trailers),
    }));
}

function trailersOf(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap(line => {
    const colon = line.indexOf(':');
    return colon > 0
      ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
      : [];
  });
  return Object.fromEntries(pairs);
}

async function read(mirror: Mirror, args: string[]): Promise<string> {
  await mirror.ready();
  try {
    return (await mirror.git(args)).toString();
  } catch (error) {
    throw explainFailure('compare commits of', mirror.remote.url, error);
  }
}
