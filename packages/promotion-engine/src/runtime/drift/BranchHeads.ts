import { plainAddress } from '../../model/unverified';
import { normalizeGit } from '../../model/urls';
import { GitRepositories } from '../../ports/git';
import { Clock, Events } from '../../ports/runtime';
import { withInstead } from '../withInstead';

/** A remote is asked for a head at most so often, however many look. Milliseconds. */
const FRESH_MS = 10_000;
/** Branches that are looked at; the oldest makes room. */
const MOST_KEPT = 500;

export interface Branch {
  repoURL: string;
  branch: string;
}

/** Whose pages show what a branch says. */
export interface Viewer {
  project: string;
  stage: string;
}

interface Looked {
  /** One spelling for one repository. */
  repository: string;
  branch: string;
  /** What was seen last; absent: nothing, or no such branch. */
  commit?: string;
  head?: Promise<string>;
  until: number;
  /** With the commit that they show, by what they are. */
  viewers: Map<string, Viewer & { commit: string }>;
}

/**
 * Heads of branches as this process comes to see them, whoever asked the remote: a promotion that clones or pushes, a
 * warehouse that looks. Whose pages show a branch is told once it is at another commit.
 */
export class BranchHeads {
  readonly #git: GitRepositories;
  readonly #clock: Clock;
  readonly #events: Events;
  readonly #looked = new Map<string, Looked>();

  constructor({
    git,
    clock,
    events,
  }: {
    git: GitRepositories;
    clock: Clock;
    events: Events;
  }) {
    this.#git = git;
    this.#clock = clock;
    this.#events = events;
  }

  /** Git whose answers are noticed here. */
  noticed(): GitRepositories {
    const git = this.#git;
    return withInstead<GitRepositories>(git, {
      resolve: async (repoURL, ref, how) => {
        const found = await git.resolve(repoURL, ref, how);
        // a commit that was asked for by its id says nothing of the branch
        if (found.branch !== undefined && ref.commit === undefined)
          this.#sees(repoURL, { [found.branch]: found.commit });
        return found;
      },
      refs: async (repoURL, how) => {
        const refs = await git.refs(repoURL, how);
        this.#sees(repoURL, refs.branches, true);
        return refs;
      },
      push: async (repoURL, push) => {
        const result = await git.push(repoURL, push);
        if (result.status === 'pushed')
          this.#sees(repoURL, { [push.branch]: push.commit });
        return result;
      },
    });
  }

  /** What a branch is now, for somebody who shows it from then on. @throws GitError */
  async head(at: Branch, viewer: Viewer): Promise<string> {
    const looked = this.#lookedAt(at);
    const now = this.#clock.now();
    if (!looked.head || looked.until <= now) {
      looked.until = now + FRESH_MS;
      looked.head = this.#ask(at, looked);
    }
    const commit = await looked.head;
    const { project, stage } = viewer;
    looked.viewers.set(`${project}/${stage}`, { project, stage, commit });
    this.#tell(looked);
    return commit;
  }

  /** Somebody says so: whoever shows a branch of it is told to look again. */
  mayHaveMoved(repoURL: string): void {
    const repository = repositoryOf(repoURL);
    for (const looked of this.#looked.values()) {
      if (looked.repository !== repository) continue;
      looked.commit = undefined;
      looked.head = undefined;
      this.#tell(looked);
    }
  }

  #ask({ repoURL, branch }: Branch, looked: Looked): Promise<string> {
    const asked = this.#git.resolve(repoURL, { branch }).then(({ commit }) => {
      looked.commit = commit;
      this.#tell(looked);
      return commit;
    });
    asked.catch(() => {
      if (looked.head === asked) looked.head = undefined;
    });
    return asked;
  }

  #lookedAt({ repoURL, branch }: Branch): Looked {
    // two spellings may have mirrors of their own, and a commit be in one of them only
    const key = `${repoURL}#${branch}`;
    const known = this.#looked.get(key);
    if (known) return known;
    if (this.#looked.size >= MOST_KEPT) {
      const [oldest] = this.#looked.keys();
      this.#looked.delete(oldest);
    }
    const repository = repositoryOf(repoURL);
    const made = { repository, branch, until: 0, viewers: new Map() };
    this.#looked.set(key, made);
    return made;
  }

  /** @param all - a branch that is absent is not there */
  #sees(repoURL: string, heads: Record<string, string>, all = false): void {
    const repository = repositoryOf(repoURL);
    for (const looked of this.#looked.values()) {
      if (looked.repository !== repository) continue;
      if (!all && !Object.hasOwn(heads, looked.branch)) continue;
      const commit = heads[looked.branch];
      if (looked.commit === commit) continue;
      looked.commit = commit;
      // it may not be in the mirror yet
      looked.head = undefined;
      this.#tell(looked);
    }
  }

  #tell({ viewers, commit }: Looked): void {
    const told = new Map<string, string[]>();
    for (const [key, viewer] of viewers) {
      if (viewer.commit === commit) continue;
      viewers.delete(key);
      const { project, stage } = viewer;
      told.set(project, [...(told.get(project) ?? []), `stage:${stage}`]);
    }
    for (const [project, subjects] of told)
      this.#events.publish({ project, subjects });
  }
}

const repositoryOf = (repoURL: string): string =>
  normalizeGit(plainAddress(repoURL));
