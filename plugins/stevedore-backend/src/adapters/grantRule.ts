import { AccessRequest } from '@stevedore/promotion-engine';
import picomatch from 'picomatch';

/** What may be done on which branches to which files; globs. */
export interface GrantRule {
  access: string[];
  branches: string[];
  paths: string[];
}

/** What no grant covers; without a path it is the access itself, or the branch. */
export interface NotCovered {
  path?: string;
}

/** @returns undefined when every path is covered by some grant for this access and this branch. */
export function notCovered(
  grants: readonly GrantRule[],
  request: Pick<AccessRequest, 'access' | 'branch' | 'paths'>,
): NotCovered | undefined {
  const { access, branch, paths = [] } = request;
  const fitting = grants.filter(
    grant =>
      grant.access.includes(access) &&
      // `*` is any branch, also one with slashes
      (!branch || picomatch.isMatch(branch, grant.branches, { bash: true })),
  );
  if (fitting.length === 0) return {};
  const path = paths.find(
    each =>
      !fitting.some(grant =>
        picomatch.isMatch(each, grant.paths, { dot: true }),
      ),
  );
  return path === undefined ? undefined : { path };
}
