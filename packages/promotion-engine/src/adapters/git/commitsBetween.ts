import { CommitsBetween, SourceCommit } from '../../ports/git';
import { Mirror } from './Mirror';
import { readCommits } from './readCommits';
import { assertObjectId } from './refNames';
import { ensureCommit } from './resolveRef';

const FIELDS = {
  side: '%m',
  id: '%H',
  date: '%cI',
  author: '%an',
  email: '%ae',
  text: '%B',
};
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
  const found = await readCommits(mirror, {
    what: 'read the commits of',
    fields: FIELDS,
    range,
  });
  const shown = found.slice(0, limit);
  const on = (left: boolean) =>
    shown.filter(({ side }) => (side === '<') === left).map(toCommit);
  return {
    added: on(false),
    removed: on(true),
    more: found.length > shown.length,
  };
}

function toCommit({
  id,
  date,
  author,
  email,
  text,
}: Record<keyof typeof FIELDS, string>): SourceCommit {
  const message = text.trim();
  const [title] = message.split('\n');
  return {
    ...{ id, date, author },
    email: email.toLowerCase(),
    title: title.slice(0, LONGEST_TITLE),
    message: message.slice(0, LONGEST_MESSAGE),
  };
}
