import { resolve } from 'path';
import { GitRepositories } from '../../ports/git';
import { authors } from './authors';
import { commitsBetween } from './commitsBetween';
import { commitsTo, pathsBetween } from './compareCommits';
import { checkGitVersion } from './gitVersion';
import { findByTrailers } from './findByTrailers';
import { Mirrors } from './Mirrors';
import { objectIds } from './objectIds';
import { GitAdapterOptions, GitContext } from './options';
import { pushCommit, pushTag } from './pushCommit';
import { changedPaths, history, tagFacts } from './history';
import { remoteRefs, updateMirror } from './remoteRefs';
import { defaultBranch, resolveRef } from './resolveRef';
import { rootCommit } from './rootCommit';
import { submodules } from './submodules';
import { textsAt } from './textsAt';
import { TreeCache } from './workspace/TreeCache';
import { Workspaces } from './workspace/Workspaces';

/** Git for one replica: mirrors, workspaces and pushes below one directory. Checks Git's version on first use. */
export function createGitRepositories(
  options: GitAdapterOptions,
): GitRepositories {
  const context = contextOf(options);
  const mirrors = new Mirrors(context);
  const workspaces = new Workspaces(context, mirrors);
  let checked: Promise<void> | undefined;
  const ready = () => {
    checked ??= checkGitVersion(context).catch(error => {
      checked = undefined;
      throw error;
    });
    return checked;
  };
  return {
    ...readersOf(mirrors, ready),
    async resolve(repoURL, ref, { signal } = {}) {
      await ready();
      return resolveRef(mirrors.of(repoURL), ref, signal);
    },
    async rootCommit(repoURL, how) {
      await ready();
      return rootCommit(mirrors.of(repoURL), how);
    },
    async objectIds(repoURL, commit, paths) {
      await ready();
      return objectIds(mirrors.of(repoURL), commit, paths);
    },
    async submodules(repoURL, commit) {
      await ready();
      return submodules(mirrors.of(repoURL), commit);
    },
    async findByTrailers(repoURL, search, { signal } = {}) {
      await ready();
      return findByTrailers(mirrors.of(repoURL), search, signal);
    },
    async push(repoURL, push) {
      await ready();
      return pushCommit(mirrors.of(repoURL), push);
    },
    async pushTag(repoURL, push) {
      await ready();
      return pushTag(mirrors.of(repoURL), push);
    },
    async refs(repoURL, how) {
      await ready();
      return remoteRefs(mirrors.of(repoURL, how), how?.signal);
    },
    async defaultBranch(repoURL, how) {
      await ready();
      return defaultBranch(mirrors.of(repoURL, how), how?.signal);
    },
    async update(repoURL, wanted, how) {
      await ready();
      return updateMirror(mirrors.of(repoURL, how), wanted, how?.signal);
    },
    async history(repoURL, query, how) {
      await ready();
      return history(mirrors.of(repoURL, how), query);
    },
    async tags(repoURL, how) {
      await ready();
      return tagFacts(mirrors.of(repoURL, how));
    },
    async authors(repoURL, range) {
      await ready();
      return authors(mirrors.of(repoURL), range);
    },
    async changedPaths(repoURL, commits, how) {
      await ready();
      return changedPaths(mirrors.of(repoURL, how), commits);
    },
    async openWorkspace(runId) {
      await ready();
      return workspaces.open(runId);
    },
  };
}

/** What two commits have in common, and what stands in one. */
function readersOf(
  mirrors: Mirrors,
  ready: () => Promise<void>,
): Pick<
  GitRepositories,
  'commitsBetween' | 'commitsTo' | 'pathsBetween' | 'textsAt'
> {
  return {
    async commitsBetween(repoURL, range, how) {
      await ready();
      return commitsBetween(mirrors.of(repoURL, how), range);
    },
    async textsAt(repoURL, commit, paths) {
      await ready();
      return textsAt(mirrors.of(repoURL), commit, paths);
    },
    async pathsBetween(repoURL, range) {
      await ready();
      return pathsBetween(mirrors.of(repoURL), range);
    },
    async commitsTo(repoURL, range) {
      await ready();
      return commitsTo(mirrors.of(repoURL), range);
    },
  };
}

const contextOf = (options: GitAdapterOptions): GitContext => ({
  ...options,
  directory: resolve(options.directory),
  sparse: options.sparse ?? true,
  allowFile: options.allowFile ?? false,
  binary: options.binary ?? 'git',
  trees: new TreeCache(),
});
