import { gitPathFilter } from '../../model/paths';
import { CommitsBetween, GitRepositories, SourceCommit } from '../../ports/git';

/** Commits of one repository that are shown. */
const MOST_COMMITS = 250;
/** Commits that are looked at where only some paths count. */
const MOST_SEARCHED = 2_000;
const MOST_KEPT = 500;

export interface ReadRange {
  repoURL: string;
  newer: string;
  older?: string;
  includePaths: string[];
  excludePaths: string[];
  insecureSkipTLSVerify: boolean;
}

type Git = Pick<GitRepositories, 'changedPaths' | 'commitsBetween'>;

/** Reads the commits between two, and keeps the answer: what lies between two commits never changes. */
export class CommitReader {
  readonly #git: Git;
  readonly #known = new Map<string, Promise<CommitsBetween>>();

  constructor({ git }: { git: Git }) {
    this.#git = git;
  }

  /** @throws GitError, or Error for a pattern of paths that cannot be read */
  read(range: ReadRange): Promise<CommitsBetween> {
    const key = JSON.stringify(range);
    const known = this.#known.get(key);
    if (known) return known;
    const reading = this.#read(range);
    if (this.#known.size >= MOST_KEPT) {
      const [oldest] = this.#known.keys();
      this.#known.delete(oldest);
    }
    this.#known.set(key, reading);
    reading.catch(() => this.#known.delete(key));
    return reading;
  }

  async #read({
    newer: head,
    older: base,
    ...range
  }: ReadRange): Promise<CommitsBetween> {
    const { repoURL, insecureSkipTLSVerify } = range;
    const options = { insecureSkipTLSVerify };
    const counts = gitPathFilter(range);
    const limit = counts ? MOST_SEARCHED : MOST_COMMITS;
    const found = await this.#git.commitsBetween(
      repoURL,
      { head, base, limit },
      options,
    );
    // the one commit that is known is no answer to what changed in these paths
    if (!counts || !base) return found;
    const ids = [...found.added, ...found.removed].map(({ id }) => id);
    const changed = await this.#git.changedPaths(repoURL, ids, options);
    const kept = (commits: SourceCommit[]) =>
      commits.filter(({ id }) => counts(changed[id] ?? []));
    const [added, removed] = [kept(found.added), kept(found.removed)];
    return {
      added: added.slice(0, MOST_COMMITS),
      removed: removed.slice(0, MOST_COMMITS),
      more: found.more || Math.max(added.length, removed.length) > MOST_COMMITS,
    };
  }
}
