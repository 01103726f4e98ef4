import { compileGlob } from '../../../model/patterns';
import { Workspace } from '../../../ports/git';
import { joined, walk } from '../_shared/walk';

/**
 * What a pattern fits, directories included; the workspace itself is never among it.
 * @returns a sentence when the pattern cannot be read or leads outside
 */
export async function matchGlob(
  workspace: Workspace,
  pattern: string,
): Promise<string[] | string> {
  const glob = joined(pattern);
  if (/^\/|(^|\/)\.\.(\/|$)/.test(glob))
    return `the pattern "${pattern}" leaves the workspace; write it relative to it, without ".."`;
  let fits: (path: string) => boolean;
  try {
    fits = compileGlob(glob);
  } catch (error) {
    return (error as Error).message;
  }
  const base = literalBase(glob);
  const kind = await workspace.stat(base || '.');
  if (kind === undefined) return [];
  if (kind !== 'directory') return fits(base) ? [base] : [];
  const found = await walk(workspace, base || '.');
  return [...(base ? [''] : []), ...found.map(one => one.path)]
    .map(path => joined(base, path))
    .filter(fits);
}

/** The directories at the front that are meant literally, so that only what is below them is looked at. */
function literalBase(glob: string): string {
  const parts = glob.split('/');
  const special = parts.findIndex(part => /[*?[\]{}\\]/.test(part));
  return parts.slice(0, special < 0 ? parts.length : special).join('/');
}
