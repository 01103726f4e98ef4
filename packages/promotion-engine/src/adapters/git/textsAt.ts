import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId } from './refNames';

/** Larger files are no configuration that somebody wrote. Bytes. */
const LARGEST = 1_048_576;

/** Texts of files as a commit of the mirror has them, in two processes however many there are. */
export async function textsAt(
  mirror: Mirror,
  commit: string,
  paths: string[],
): Promise<Record<string, string>> {
  assertObjectId(commit);
  // a name with a line break cannot be told apart in the answer
  const wanted = [...new Set(paths)].filter(path => !path.includes('\n'));
  if (wanted.length === 0) return {};
  await mirror.ready();
  try {
    const input = wanted.map(path => `${commit}:${path}\0`).join('');
    const asked = await mirror.git(
      [
        'cat-file',
        '-z',
        '--batch-check=%(objectname) %(objecttype) %(objectsize)',
      ],
      input,
    );
    const lines = asked.toString().split('\n');
    const files = wanted.flatMap((path, index) => {
      const [id, type, size] = (lines[index] ?? '').split(' ');
      const fits = type === 'blob' && Number(size) <= LARGEST;
      return fits ? [{ path, id, size: Number(size) }] : [];
    });
    if (files.length === 0) return {};
    const ids = files.map(({ id }) => `${id}\n`).join('');
    const contents = await mirror.git(['cat-file', '--batch'], ids);
    return textsOf(files, contents);
  } catch (error) {
    throw explainFailure('read files of', mirror.remote.url, error);
  }
}

/** Each answer is a line about the object, the object, and a line break. */
function textsOf(
  files: { path: string; size: number }[],
  contents: Buffer,
): Record<string, string> {
  const texts: Record<string, string> = {};
  let at = 0;
  for (const { path, size } of files) {
    const start = contents.indexOf('\n', at) + 1;
    const bytes = contents.subarray(start, start + size);
    if (!bytes.includes(0)) texts[path] = bytes.toString();
    at = start + size + 1;
  }
  return texts;
}
