import { GitRepositories, Workspace } from '../ports/git';
import { withInstead } from './withInstead';

/** Git whose waiting for remotes ends with a run. */
export function interruptibleGit(
  git: GitRepositories,
  signal: AbortSignal,
): GitRepositories {
  return withInstead<GitRepositories>(git, {
    resolve: (repoURL, ref) => git.resolve(repoURL, ref, { signal }),
    findByTrailers: (repoURL, search) =>
      git.findByTrailers(repoURL, search, { signal }),
    push: (repoURL, push) => git.push(repoURL, { ...push, signal }),
    pushTag: (repoURL, push) => git.pushTag(repoURL, { ...push, signal }),
    refs: (repoURL, how) => git.refs(repoURL, { ...how, signal }),
    defaultBranch: (repoURL, how) =>
      git.defaultBranch(repoURL, { ...how, signal }),
    update: (repoURL, wanted, how) =>
      git.update(repoURL, wanted, { ...how, signal }),
  });
}

/** A workspace whose checkouts do so, too. */
export function interruptibleWorkspace(
  workspace: Workspace,
  signal: AbortSignal,
): Workspace {
  return withInstead<Workspace>(workspace, {
    checkout: options => workspace.checkout({ ...options, signal }),
  });
}
