import { runGit } from './runGit';

/** Path to content; `null` deletes. */
export type FileSet = Readonly<Record<string, string | Buffer | null>>;

export interface CommitFilesOptions {
  readonly files: FileSet;
  /** Default `main`; it is made where it does not exist. */
  readonly branch?: string;
  readonly message?: string;
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
  await runGit(['fast-import', '--quiet', '--done'], {
    cwd: repositoryPath,
    input: writeImportStream(options, { ref, parent }),
  });
  const revision = await readRef(repositoryPath, ref);
  if (!revision) throw new Error(`${ref} was not written`);
  return revision;
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

/** The language of git-fast-import(1). */
function writeImportStream(
  options: CommitFilesOptions,
  target: { ref: string; parent?: string },
): Buffer {
  const seconds = Math.floor(Date.now() / 1000);
  const parts: (string | Buffer)[] = [
    `commit ${target.ref}\ncommitter ${AUTHOR} ${seconds} +0000\n`,
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
  parts.push('done\n');
  return Buffer.concat(parts.map(part => Buffer.from(part)));
}

function data(content: string | Buffer): (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
