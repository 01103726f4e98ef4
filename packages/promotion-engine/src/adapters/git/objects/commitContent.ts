import { GitObject } from './GitObject';

/** Who and when, in the variables of git-commit-tree(1). */
export type Identities = Record<string, string>;

/** Nothing in it that Git would leave out, at its ends or anywhere (git's strbuf_addstr_without_crud). */
const PLAIN =
  // eslint-disable-next-line no-control-regex
  /^[^\x00-\x20.,:;<>"\\'\x7f]([^\x00-\x1f<>\x7f]*[^\x00-\x20.,:;<>"\\'\x7f])?$/;

/**
 * The commit that git-commit-tree(1) would write.
 * @returns undefined where Git would change a name or refuse the message
 */
export function commitContent(
  commit: { tree: string; parent: string; message: string },
  identities: Identities,
): Buffer | undefined {
  const author = identityOf('AUTHOR', identities);
  const committer = identityOf('COMMITTER', identities);
  if (!author || !committer || commit.message.includes('\0')) return undefined;
  const lines = [
    `tree ${commit.tree}`,
    `parent ${commit.parent}`,
    `author ${author}`,
    `committer ${committer}`,
    '',
    commit.message,
  ];
  return Buffer.from(lines.join('\n'));
}

function identityOf(
  role: 'AUTHOR' | 'COMMITTER',
  identities: Identities,
): string | undefined {
  const [name, email, date] = ['NAME', 'EMAIL', 'DATE'].map(
    part => identities[`GIT_${role}_${part}`] ?? '',
  );
  const moment = /^@(\d+) (\+0000)$/.exec(date);
  return PLAIN.test(name) && PLAIN.test(email) && moment
    ? `${name} <${email}> ${moment[1]} ${moment[2]}`
    : undefined;
}

/** undefined: it is no commit. */
export function treeOfCommit({ type, body }: GitObject): string | undefined {
  return type === 'commit'
    ? /^tree ([0-9a-f]+)\n/.exec(body.toString('latin1', 0, 100))?.[1]
    : undefined;
}
