import { WrittenCommit } from '../../model/writtenCommit';
import { CommitRange } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { readCommits } from './readCommits';
import { assertObjectId } from './refNames';

const FIELDS = {
  id: '%H',
  date: '%cI',
  author: '%an',
  trailers: '%(trailers:only=true,unfold=true)',
};

/** Paths in which two commits of the mirror differ; a move is two of them. */
export async function pathsBetween(
  mirror: Mirror,
  { base, head }: CommitRange,
): Promise<string[]> {
  const args = ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z'];
  const range = [assertObjectId(base), assertObjectId(head), '--'];
  await mirror.ready();
  const printed = await mirror.git([...args, ...range]).catch(error => {
    throw explainFailure('compare commits of', mirror.remote.url, error);
  });
  return printed.toString().split('\0').filter(Boolean);
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
  const commits = await readCommits(mirror, {
    what: 'compare commits of',
    fields: FIELDS,
    range: [
      `--max-count=${limit}`,
      assertObjectId(head),
      `^${assertObjectId(base)}`,
    ],
    paths,
  });
  return commits.map(({ trailers, ...commit }) => ({
    ...commit,
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
