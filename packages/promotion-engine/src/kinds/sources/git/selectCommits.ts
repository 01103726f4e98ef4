import { GitSubscription } from '../../../model/definition';
import { parseInstant } from '../../../model/instant';
import { CommitFacts, TagFacts } from '../../../ports/git';
import { createCommitSelector, createTagSelector } from './selectors';

/** What a commit changed against its first parent; known only where paths count. */
interface Changed {
  changed?: readonly string[];
}

/**
 * Chooses among commits of a branch that are all known, in the order of its first parents: the rule that discovery
 * follows step by step. Nothing behind the first commit that is too old is seen (git log --since).
 * @throws Error when the subscription's expression or patterns cannot be read or evaluated.
 */
export function selectCommits<C extends CommitFacts & Changed>(
  subscription: GitSubscription,
  commits: readonly C[],
  now: number,
): C[] {
  const { accepts, paths, limit } = createCommitSelector(subscription, now);
  const oldest = subscription.since && parseInstant(subscription.since);
  const chosen: C[] = [];
  for (const commit of commits) {
    if (oldest && (parseInstant(commit.date) ?? 0n) < oldest) break;
    if (accepts(commit) && (!paths || paths(commit.changed ?? [])))
      chosen.push(commit);
    if (chosen.length >= limit) break;
  }
  return chosen;
}

/**
 * Chooses among tags that are all known, best first: the rule that discovery follows step by step.
 * @throws Error when the subscription's range, expressions or patterns cannot be read or evaluated.
 */
export function selectTags<T extends TagFacts & Changed>(
  subscription: GitSubscription,
  tags: readonly T[],
  now: number,
): T[] {
  const selector = createTagSelector(subscription, now);
  const candidates = selector.candidates(tags) as T[];
  const { paths, limit } = selector;
  if (!paths) return limit ? candidates.slice(0, limit) : candidates;
  const chosen: T[] = [];
  for (const candidate of candidates) {
    if (paths(candidate.changed ?? [])) chosen.push(candidate);
    if (chosen.length >= limit) break;
  }
  return chosen;
}
