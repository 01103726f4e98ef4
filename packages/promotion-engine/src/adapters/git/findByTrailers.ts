import { TrailerSearch } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { GitFailure } from './GitFailure';
import { Mirror } from './Mirror';
import { assertObjectId, assertRefName } from './refNames';

const FORMAT = '--format=%H%x00%(trailers:only=true,unfold=true)%x01';

/** The newest commit of the branch that carries every trailer; a branch that is not there carries none. */
export async function findByTrailers(
  mirror: Mirror,
  search: TrailerSearch,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const branch = `refs/remotes/origin/${assertRefName(
    'branch',
    search.branch,
  )}`;
  const wanted = Object.entries(search.trailers).map(
    ([key, value]) => `${key}: ${value}`,
  );
  const greps = wanted.map(line => `--grep=${line}`);
  // a base that a lost mirror no longer has is ignored: more is searched then, never less
  const range = search.base
    ? [branch, `^${assertObjectId(search.base)}`]
    : [branch];
  const args = [
    'log',
    '--no-show-signature',
    '--fixed-strings',
    '--all-match',
    '--ignore-missing',
    FORMAT,
    ...greps,
  ];
  await mirror.fetch(signal);
  let printed: string;
  try {
    printed = (await mirror.git([...args, ...range, '--'])).toString();
  } catch (error) {
    if (
      error instanceof GitFailure &&
      /bad revision|unknown revision/.test(error.output)
    ) {
      return undefined;
    }
    throw explainFailure('search the history of', mirror.remote.url, error);
  }
  for (const record of printed.split('\x01')) {
    const [commit, trailers = ''] = record.trim().split('\0');
    const lines = new Set(trailers.split('\n').map(line => line.trim()));
    if (commit && wanted.every(line => lines.has(line))) {
      return commit;
    }
  }
  return undefined;
}
