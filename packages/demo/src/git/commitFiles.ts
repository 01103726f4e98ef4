import { runGit } from './runGit';

/** Path to content; `null` deletes. */
export type FileSet = Readonly<Record<string, string | Buffer | null>>;

export interface CommitFilesOptions {
  readonly files: FileSet;
  /** Default `main`; it is made where it does not exist. */
  readonly branch?: string;
  readonly message?: string;
  /** `Name <mail>`; default: the demo. */
  readonly author?: string;
  /** Milliseconds since 1970; default: now. */
  readonly at?: number;
}

const AUTHOR = 'Demo <demo@localhost>';

/**
 * Commits files onto a branch of a bare repository, without a work tree.
 *
 * @returns the id of the commit
 */
export async function commitFiles(
  repositoryPath: string,
  options: CommitFilesOptions,
): Promise<string> {
  const ref = `refs/heads/${options.branch ?? 'main'}`;
  const parent = await readRef(repositoryPath, ref);
  await importStream(repositoryPath, writeCommit(options, { ref, parent }));
  const revision = await readRef(repositoryPath, ref);
  if (!revision) throw new Error(`${ref} was not written`);
  return revision;
}

/** A commit, and a tag on it where it has one. */
export interface HistoryCommit extends Omit<CommitFilesOptions, 'branch'> {
  readonly tag?: string;
}

/** Makes `main` of a bare repository out of these commits, the oldest first, in one go. */
export async function writeHistory(
  repositoryPath: string,
  commits: readonly HistoryCommit[],
): Promise<void> {
  const ref = 'refs/heads/main';
  const parts = commits.flatMap(({ tag, ...commit }) => [
    writeCommit(commit, { ref }),
    ...(tag ? [`reset refs/tags/${tag}\nfrom ${ref}\n\n`] : []),
  ]);
  await importStream(repositoryPath, join(parts));
}

async function importStream(cwd: string, commits: Buffer): Promise<void> {
  const input = join([commits, 'done\n']);
  await runGit(['fast-import', '--quiet', '--done'], { cwd, input });
}

async function readRef(
  repositoryPath: string,
  ref: string,
): Promise<string | undefined> {
  const line = await runGit(['for-each-ref', '--format=%(objectname)', ref], {
    cwd: repositoryPath,
  });
  return line.trim() || undefined;
}

/** In the language of git-fast-import(1); without a parent, on what the stream has written to the branch before. */
function writeCommit(
  options: CommitFilesOptions,
  target: { ref: string; parent?: string },
): Buffer {
  const { author = AUTHOR, at = Date.now() } = options;
  const seconds = Math.floor(at / 1000);
  const parts: (string | Buffer)[] = [
    `commit ${target.ref}\ncommitter ${author} ${seconds} +0000\n`,
    ...data(options.message ?? 'Change files'),
  ];
  if (target.parent) parts.push(`from ${target.parent}\n`);
  for (const [path, content] of Object.entries(options.files)) {
    if (content === null) {
      parts.push(`D ${quote(path)}\n`);
    } else {
      parts.push(`M 100644 inline ${quote(path)}\n`, ...data(content));
    }
  }
  return join(parts);
}

const join = (parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map(part => Buffer.from(part)));

function data(content: string | Buffer): (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
