import { Workspace } from '../../../ports/git';

/**
 * Runs something that reads a text, and says in its error which file it was.
 * @throws Error
 */
export function inFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** Edits a text file; what did not change is not written. @throws PathError, or an Error that names the file */
export async function editFile(
  workspace: Workspace,
  path: string,
  edit: (text: string) => string,
): Promise<void> {
  const before = await workspace.readText(path);
  const after = inFile(path, () => edit(before));
  if (after !== before) await workspace.writeText(path, after);
}
