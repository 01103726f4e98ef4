import { CommitFacts, HistoryQuery, TagFacts } from '../../ports/git';
import { explainFailure } from './explainFailure';
import { Mirror } from './Mirror';
import { readCommits } from './readCommits';
import { assertObjectId } from './refNames';

const COMMIT_FIELDS = {
  id: '%H',
  date: '%cI',
  author: '%an <%ae>',
  committer: '%cn <%ce>',
  subject: '%s',
};
const TAG_FIELDS = [
  '%(refname:strip=2)',
  '%(objecttype)',
  '%(objectname)',
  '%(authorname) %(authoremail)',
  '%(committername) %(committeremail)',
  '%(contents:subject)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(*authorname) %(*authoremail)',
  '%(*committername) %(*committeremail)',
  '%(*contents:subject)',
  '%(taggername) %(taggeremail)',
  '%(creatordate:iso-strict)',
];

/** Commits by first parents, newest first, as the mirror has them. */
export function history(
  mirror: Mirror,
  query: HistoryQuery,
): Promise<CommitFacts[]> {
  return readCommits(mirror, {
    what: 'read the history of',
    fields: COMMIT_FIELDS,
    range: [
      '--first-parent',
      `--max-count=${query.limit}`,
      ...(query.after ? ['--skip=1'] : []),
      ...(query.since ? [`--since=${query.since}`] : []),
      assertObjectId(query.from),
    ],
  });
}

/** Tags that lead to a commit; one that leads to another tag, a tree or a file is left out. */
export async function tagFacts(mirror: Mirror): Promise<TagFacts[]> {
  await mirror.ready();
  const format = `--format=${TAG_FIELDS.join('%00')}`;
  const args = ['for-each-ref', format, 'refs/tags'];
  const printed = await read(mirror, { what: 'read the tags of', args });
  return printed
    .split('\n')
    .flatMap(line => (line ? readTag(line.split('\0')) : []));
}

function readTag(fields: string[]): TagFacts[] {
  const [tag, type, ...rest] = fields;
  const [id, author, committer, subject] = rest;
  const [peeledType, ...peeled] = rest.slice(4);
  const [tagger, creatorDate] = rest.slice(9);
  if (type === 'commit')
    return [{ tag, id, author, committer, subject, creatorDate }];
  if (peeledType !== 'commit') return [];
  return [
    {
      tag,
      id: peeled[0],
      author: peeled[1],
      committer: peeled[2],
      subject: peeled[3],
      creatorDate,
      tagger,
      annotation: subject,
    },
  ];
}

/** Paths that differ from the first parent, or that a first commit brings; nothing is guessed to be a move. */
export async function changedPaths(
  mirror: Mirror,
  commits: string[],
): Promise<Record<string, string[]>> {
  const wanted = [...new Set(commits.map(assertObjectId))];
  if (wanted.length === 0) return {};
  const args = [
    'log',
    '--no-walk=unsorted',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-renames',
    '--no-ext-diff',
    '--no-show-signature',
    '--name-only',
    '-z',
    '--format=%x01%H',
    '--stdin',
  ];
  const input = wanted.map(id => `${id}\n`).join('');
  const printed = await read(mirror, {
    what: 'compare commits of',
    args,
    input,
  });
  const changed = new Map(wanted.map(id => [id, [] as string[]]));
  let current: string[] = [];
  for (const token of printed.split('\0')) {
    const text = token.replace(/^\n/, '');
    const next = text.startsWith('\x01') && changed.get(text.slice(1));
    if (next) current = next;
    else if (text) current.push(text);
  }
  return Object.fromEntries(changed);
}

async function read(
  mirror: Mirror,
  { what, args, input }: { what: string; args: string[]; input?: string },
): Promise<string> {
  try {
    return (await mirror.git(args, input)).toString();
  } catch (error) {
    throw explainFailure(what, mirror.remote.url, error);
  }
}
