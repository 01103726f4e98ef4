import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commitFiles, FileSet } from './commitFiles';
import { runGit } from './runGit';

export interface BareRepository {
  /** Directory of the bare repository: `<root>/<name>.git`. */
  readonly path: string;
  /** For example `acme/deploy`. */
  readonly name: string;
  /** The initial commit on `main`. */
  readonly revision: string;
}

/** Makes `<root>/<name>.git` with the files in one commit on `main`. */
export async function createBareRepository(
  root: string,
  name: string,
  files: FileSet,
): Promise<BareRepository> {
  const path = await initBareRepository(root, name);
  const revision = await commitFiles(path, {
    files,
    message: 'Initial commit',
  });
  return { path, name, revision };
}

/** Makes `<root>/<name>.git`, without a commit. @returns its directory */
export async function initBareRepository(
  root: string,
  name: string,
): Promise<string> {
  const path = join(root, `${name}.git`);
  await mkdir(path, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--initial-branch=main', path]);
  await runGit(['config', 'http.receivepack', 'true'], { cwd: path });
  return path;
}
