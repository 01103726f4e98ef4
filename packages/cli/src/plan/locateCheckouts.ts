import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { normalizeGit } from '@stevedore/promotion-engine';

const run = promisify(execFile);

async function git(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', directory, ...args]);
  return stdout.trim();
}

/** Says where on this machine a repository is checked out. */
export type Locate = (repoURL: string) => string | undefined;

/**
 * Reads which repositories checkouts are of: `DIRECTORY` by its remotes, `URL=DIRECTORY` as it says.
 * @throws Error with one sentence for a directory that is no checkout
 */
export async function locateCheckouts(
  checkouts: string[] | undefined,
): Promise<Locate> {
  const known = new Map<string, string>();
  for (const checkout of checkouts ?? (await currentCheckout())) {
    const [, url, directory] = /^(?:(.*)=)?([^=]*)$/.exec(checkout)!;
    const root = await git(directory, 'rev-parse', '--show-toplevel').catch(
      () => {
        throw new Error(`${resolve(directory)} is no checkout of Git.`);
      },
    );
    const urls = url ? [url] : await remotesOf(root);
    for (const each of urls) {
      known.set(normalizeGit(each), pathToFileURL(root).href);
    }
  }
  return repoURL => known.get(normalizeGit(repoURL));
}

async function remotesOf(root: string): Promise<string[]> {
  const names = await git(root, 'remote');
  return Promise.all(
    names
      .split('\n')
      .filter(Boolean)
      .map(name => git(root, 'remote', 'get-url', name)),
  );
}

/** Nobody asked for the current directory, so it need not be a checkout. */
async function currentCheckout(): Promise<string[]> {
  const root = await git('.', 'rev-parse', '--show-toplevel').catch(() => '');
  return root === '' ? [] : [root];
}
