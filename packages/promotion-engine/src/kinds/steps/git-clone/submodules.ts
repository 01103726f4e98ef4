import { posix } from 'path';
import { isUnverified, unverified } from '../../../model/unverified';
import { StepContext } from '../../../registry/step';

type Context = StepContext<'workspace' | 'git'>;

interface Submodule {
  path: string;
  url: string;
}

interface Superproject {
  repoURL: string;
  commit: string;
  path: string;
}

/** Deeper than this nobody nests them, unless in a circle. */
const DEEPEST = 8;

/**
 * Checks out what `.gitmodules` names, and what that names, each at the commit that the repository around it has for
 * it. Each one needs a grant of its own.
 * @returns a sentence for one that may not be read
 */
export async function checkOutSubmodules(
  context: Context,
  around: Superproject,
  depth = 0,
): Promise<string | undefined> {
  const { workspace, git, refusal } = context;
  const file = posix.join(around.path, '.gitmodules');
  if ((await workspace.stat(file)) !== 'file') return undefined;
  if (depth === DEEPEST)
    return `the submodules of ${around.repoURL} are nested more than ${DEEPEST} deep`;
  const named = parseModules(await workspace.readText(file));
  const ids = await git.submodules(around.repoURL, around.commit);
  for (const { path, url } of named.filter(each => each.path in ids)) {
    const address = absoluteUrl(url, around.repoURL);
    const repoURL = isUnverified(around.repoURL)
      ? unverified(address)
      : address;
    const refused = await refusal({
      kind: 'git',
      url: repoURL,
      access: 'read',
    });
    if (refused) return refused;
    const commit = ids[path];
    await git.resolve(repoURL, { commit });
    const inside = posix.join(around.path, path);
    await workspace.checkout({ repoURL, commit, path: inside });
    const deeper = { repoURL, commit, path: inside };
    const stopped = await checkOutSubmodules(context, deeper, depth + 1);
    if (stopped) return stopped;
  }
  return undefined;
}

/** `path` and `url` of each section (gitmodules(5)). */
export function parseModules(text: string): Submodule[] {
  const modules: Partial<Submodule>[] = [];
  let current: Partial<Submodule> | undefined;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[(\w*)/.exec(line)?.[1];
    if (section !== undefined) {
      current = section === 'submodule' ? {} : undefined;
      if (current) modules.push(current);
    }
    const [, key, value] = /^\s*(path|url)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key && current)
      current[key as keyof Submodule] = value.replace(/^"(.*)"$/, '$1');
  }
  return modules.filter(
    (each): each is Submodule => Boolean(each.path) && Boolean(each.url),
  );
}

/** `../base.git` is beside the repository around it. */
export function absoluteUrl(url: string, around: string): string {
  if (!/^\.\.?\//.test(url)) return url;
  return new URL(url, `${around.replace(/\/$/, '')}/`).href;
}
