import { compilePathPattern } from './pathPattern';
import { quoteGitPath } from './quoteGitPath';

/** What a Git subscription says about paths. */
export interface PathFilterConfig {
  includePaths?: readonly string[];
  excludePaths?: readonly string[];
}

/** Says of the paths that a commit changed, relative to the repository, whether one of them counts. */
export type PathFilter = (changedPaths: readonly string[]) => boolean;

/**
 * A commit counts when at least one changed path is included (all are, without `includePaths`) and not
 * excluded; a commit that changes nothing never counts (Kargo: spec.subscriptions[].git.includePaths, excludePaths).
 * @throws Error whose message names the pattern that cannot be read.
 */
export function compilePathFilter(config: PathFilterConfig): PathFilter {
  const include = (config.includePaths ?? []).map(compilePathPattern);
  const exclude = (config.excludePaths ?? []).map(compilePathPattern);
  return changedPaths =>
    changedPaths.some(
      path =>
        (include.length === 0 || include.some(fits => fits(path))) &&
        !exclude.some(fits => fits(path)),
    );
}

/**
 * The same over paths as they are, which are matched as Git prints them.
 * @returns undefined where paths do not matter
 * @throws Error whose message names the pattern that cannot be read.
 */
export function gitPathFilter(
  config: PathFilterConfig,
): PathFilter | undefined {
  const { includePaths = [], excludePaths = [] } = config;
  if (includePaths.length + excludePaths.length === 0) return undefined;
  const filter = compilePathFilter(config);
  return changed => filter(changed.map(quoteGitPath));
}
