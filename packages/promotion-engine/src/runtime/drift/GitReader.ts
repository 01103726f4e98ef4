import { ChangedFile, GitNow } from '../../decide/drift';
import { CommitRange, GitRepositories } from '../../ports/git';
import { BranchHeads, Viewer } from './BranchHeads';

/** Changed files whose texts are read; and those of which it is asked who changed them. */
const MOST_TEXTS = 50;
const MOST_AUTHORS = 10;
const MOST_KEPT = 500;

export interface Promoted {
  repoURL: string;
  branch: string;
  /** What was written, from the oldest on: the commits between which the promotion's files differ. */
  ranges: CommitRange[];
  /** What the promotion left. */
  commit: string;
}

type Git = Pick<
  GitRepositories,
  'commitsTo' | 'objectIds' | 'pathsBetween' | 'textsAt'
>;

/** Reads what branches say now of files that promotions wrote. Of a head that it has read it keeps the answer. */
export class GitReader {
  readonly #git: Git;
  readonly #heads: Pick<BranchHeads, 'head'>;
  readonly #read = new Map<string, Promise<GitNow>>();

  constructor({ git, heads }: { git: Git; heads: Pick<BranchHeads, 'head'> }) {
    this.#git = git;
    this.#heads = heads;
  }

  /** @param commits - of what runs: whether they have the files as they were promoted @throws GitError */
  async read(
    promoted: Promoted,
    { commits, viewer }: { commits: string[]; viewer: Viewer },
  ): Promise<GitNow> {
    const head = await this.#heads.head(promoted, viewer);
    const { repoURL, ranges, commit } = promoted;
    const written = ranges.map(range => `${range.base}..${range.head}`);
    const key = [repoURL, ...written, commit, head, ...commits].join(' ');
    const known = this.#read.get(key);
    if (known) return known;
    const reading = this.#compare(promoted, head, commits);
    this.#keep(key, reading);
    reading.catch(() => this.#read.delete(key));
    return reading;
  }

  /** The oldest makes room. */
  #keep(key: string, reading: Promise<GitNow>): void {
    if (this.#read.size >= MOST_KEPT) {
      const [oldest] = this.#read.keys();
      this.#read.delete(oldest);
    }
    this.#read.set(key, reading);
  }

  async #compare(
    { repoURL, ranges, commit }: Promoted,
    head: string,
    commits: string[],
  ): Promise<GitNow> {
    const written = await Promise.all(
      ranges.map(range => this.#git.pathsBetween(repoURL, range)),
    );
    const paths = [...new Set(written.flat())];
    const [{ base }] = ranges;
    const idsAt = (at: string) => this.#git.objectIds(repoURL, at, paths);
    const promoted = await idsAt(commit);
    const now = head === commit ? promoted : await idsAt(head);
    const changed = paths.filter(path => promoted[path] !== now[path]);
    const asPromoted: Record<string, boolean> = {};
    for (const at of new Set(commits)) {
      const ids = await this.#git.objectIds(repoURL, at, ['.', ...paths]);
      // a commit of another repository has no tree here
      if (ids['.'])
        asPromoted[at] = paths.every(path => ids[path] === promoted[path]);
    }
    return {
      status: 'read',
      head,
      changed: await this.#changes(repoURL, { base, commit, head }, changed),
      asPromoted,
    };
  }

  async #changes(
    repoURL: string,
    { base, commit, head }: { base: string; commit: string; head: string },
    changed: string[],
  ): Promise<ChangedFile[]> {
    const shown = changed.slice(0, MOST_TEXTS);
    const textsAt = (at: string) => this.#git.textsAt(repoURL, at, shown);
    const [before, promoted, now, ids] = await Promise.all([
      textsAt(base),
      textsAt(commit),
      textsAt(head),
      this.#git.objectIds(repoURL, head, changed),
    ]);
    return Promise.all(
      changed.map(async (path, index) => ({
        path,
        before: before[path],
        promoted: promoted[path],
        now: now[path],
        deleted: ids[path] === undefined,
        by:
          index < MOST_AUTHORS
            ? await this.#git.commitsTo(repoURL, {
                ...{ base: commit, head, limit: 2 },
                paths: [path],
              })
            : [],
      })),
    );
  }
}
