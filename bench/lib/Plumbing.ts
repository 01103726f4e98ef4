import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../../packages/demo/src';

const IDENTITY = ['-c', 'user.name=Bench', '-c', 'user.email=bench@localhost'];

/**
 * The least that Git needs for a commit on a branch: a bare copy that is kept, and six processes. It writes to a
 * branch of its own, so that it never has to fetch.
 */
export class Plumbing {
  readonly #directory: string;
  readonly #url: string;
  #head = 'main';

  private constructor(directory: string, url: string) {
    this.#directory = directory;
    this.#url = url;
  }

  static async clone(url: string): Promise<Plumbing> {
    const directory = await mkdtemp(join(tmpdir(), 'stevedore-plumbing-'));
    const plumbing = new Plumbing(directory, url);
    await plumbing.#git(['clone', '--quiet', '--bare', url, '.']);
    // while both have the same commits: later all of them would be sent for a branch that is new
    await plumbing.#git(['push', '--quiet', url, 'main:refs/heads/plumbing']);
    return plumbing;
  }

  /** Changes one file and pushes the commit. */
  async commitAndPush(path: string, text: string): Promise<void> {
    const blob = await this.#git(['hash-object', '-w', '--stdin'], text);
    await this.#git(['read-tree', this.#head]);
    const entry = `100644,${blob},${path}`;
    await this.#git(['update-index', '--add', '--cacheinfo', entry]);
    const tree = await this.#git(['write-tree']);
    const commit = await this.#git([
      ...IDENTITY,
      ...['commit-tree', tree, '-p', this.#head, '-m', path],
    ]);
    const refspec = `${commit}:refs/heads/plumbing`;
    await this.#git(['push', '--quiet', this.#url, refspec]);
    this.#head = commit;
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #git(args: string[], input = ''): Promise<string> {
    return (await runGit(args, { cwd: this.#directory, input })).trim();
  }
}
