import { CommitsBetween, SourceCommit } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { assertObjectId } from './refNames';
import { ensureCommit } from './resolveRef';

const FIELDS = ['%m', '%H', '%cI', '%an', '%ae', '%B'];
const LONGEST_TITLE = 300;
const LONGEST_MESSAGE = 4_000;

/** @throws GitError, also when neither the mirror nor the remote has one of the commits */
export async function commitsBetween(
  mirror: Mirror,
  { head, base, limit }: { head: string; base?: string; limit: number },
): Promise<CommitsBetween> {
  const ids = [head, ...(base ? [base] : [])].map(assertObjectId);
  for (const commit of ids) await ensureCommit(mirror, commit);
  const range = base
    ? [`--max-count=${limit + 1}`, '--left-right', `${base}...${head}`]
    : ['--max-count=1', head];
  const args = [
    'log',
    '-z',
    '--no-show-signature',
    '--no-mailmap',
    '--encoding=UTF-8',
    `--format=${FIELDS.join('%x00')}`,
    ...range,
    '--',
  ];
  let printed: string;
  try {
    printed = (await mirror.git(args)).toString();
  } catch (error) {
    throw explainFailure('read the commits of', mirror.remote.url, error);
  }
  const found = recordsOf(printed);
  const shown = found.slice(0, limit);
  const on = (side: string) =>
    shown.filter(([mark]) => (mark === '<') === (side === '<')).map(toCommit);
  return {
    added: on('>'),
    removed: on('<'),
    more: found.length > shown.length,
  };
}

/** Neither a name nor a message can have the character that separates them. */
function recordsOf(printed: string): string[][] {
  const tokens = printed.split('\0');
  const records: string[][] = [];
  for (
    let from = 0;
    from + FIELDS.length <= tokens.length;
    from += FIELDS.length
  )
    records.push(tokens.slice(from, from + FIELDS.length));
  return records;
}

function toCommit([, id, date, author, email, text]: string[]): SourceCommit {
  const message = text.trim();
  const [title] = message.split('\n');
  return {
    ...{ id, date, author },
    email: email.toLowerCase(),
    title: title.slice(0, LONGEST_TITLE),
    message: message.slice(0, LONGEST_MESSAGE),
  };
}
