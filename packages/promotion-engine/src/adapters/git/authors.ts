import { Mirror } from './Mirror';
import { readCommits } from './readCommits';
import { assertObjectId } from './refNames';
import { ensureCommit } from './resolveRef';

/**
 * Addresses in lower case, sorted: authors, and those whom a trailer `Co-authored-by` names, of every commit that
 * `head` has and `base` has not; without a base, of `head` alone.
 */
export async function authors(
  mirror: Mirror,
  { head, base }: { head: string; base?: string },
): Promise<string[]> {
  const ids = [head, ...(base ? [base] : [])].map(assertObjectId);
  for (const commit of ids) await ensureCommit(mirror, commit);
  const range = base ? [ids[0], `^${ids[1]}`] : ['--max-count=1', ids[0]];
  const commits = await readCommits(mirror, {
    what: 'read the authors of',
    fields: {
      author: '%ae',
      others: '%(trailers:key=Co-authored-by,valueonly)',
    },
    range,
  });
  const found = commits
    .flatMap(({ author, others }) => [author, ...others.split('\n')])
    .map(addressOf)
    .filter(Boolean);
  return [...new Set(found)].sort();
}

/** `Ada <ada@acme.example>`, or the address alone. */
function addressOf(text: string): string {
  const [, bracketed] = /<([^<>]*)>\s*$/.exec(text) ?? [];
  return (bracketed ?? text).trim().toLowerCase();
}
