import { compileRevisionFilter, revisionTime } from '../../../expressions';
import { GitSubscription } from '../../../model/definition';
import { parseInstant } from '../../../model/instant';
import { gitPathFilter, PathFilter } from '../../../model/paths';
import { compareBytes } from '../../../model/text';
import { CommitFacts, TagFacts } from '../../../ports/git';
import { descending } from '../_shared/descending';
import { compileTagFilter } from '../_shared/tagFilter';
import { compileVersionOrder } from '../_shared/versions';

/** How one subscription chooses among the commits of its branch. */
export interface CommitSelector {
  /** @throws ExpressionError when the expression filter cannot be evaluated for it. */
  accepts(commit: CommitFacts): boolean;
  /** Absent: paths do not matter. */
  paths?: PathFilter;
  limit: number;
}

/** How one subscription chooses among the tags of its repository. */
export interface TagSelector {
  /**
   * Tags that fit by name, version and expression, best first.
   * @throws ExpressionError when the expression filter cannot be evaluated for one of them.
   */
  candidates(tags: readonly TagFacts[]): TagFacts[];
  /** Absent: paths do not matter. */
  paths?: PathFilter;
  limit: number;
}

type Order = (tags: readonly TagFacts[]) => TagFacts[];

/**
 * Reads the rules of strategy NewestFromBranch; those for tags do not count (Kargo: newestFromBranchSelector).
 * @param now - milliseconds since 1970, for `now()` in the expression.
 * @throws Error or ExpressionError whose message quotes what cannot be read.
 */
export function createCommitSelector(
  subscription: GitSubscription,
  now: number,
): CommitSelector {
  const { expressionFilter, discoveryLimit: limit } = subscription;
  const filter = expressionFilter
    ? compileRevisionFilter(expressionFilter, { now })
    : undefined;
  return {
    accepts: ({ date, id, author, committer, subject }) =>
      filter?.({
        commitDate: revisionTime(date),
        id,
        author,
        committer,
        subject,
      }) ?? true,
    paths: gitPathFilter(subscription),
    limit,
  };
}

/**
 * Reads the rules of the strategies for tags (Kargo: commit.NewSelector).
 * @param now - milliseconds since 1970, for `now()` in the expression.
 * @throws Error or ExpressionError whose message quotes what cannot be read.
 */
export function createTagSelector(
  subscription: GitSubscription,
  now: number,
): TagSelector {
  const { expressionFilter, discoveryLimit: limit } = subscription;
  const named = compileTagFilter(subscription);
  const order = orderOf(subscription);
  const filter = expressionFilter
    ? compileRevisionFilter(expressionFilter, { now })
    : undefined;
  return {
    candidates: tags =>
      order(tags.filter(({ tag }) => named(tag))).filter(
        tag => filter?.(variablesOf(tag)) ?? true,
      ),
    paths: gitPathFilter(subscription),
    limit,
  };
}

function variablesOf(facts: TagFacts): Record<string, unknown> {
  const { tag, id, author, committer, subject } = facts;
  const { creatorDate, tagger = '', annotation = '' } = facts;
  return {
    tag,
    id,
    author,
    committer,
    subject,
    tagger,
    annotation,
    creatorDate: revisionTime(creatorDate),
  };
}

function orderOf(subscription: GitSubscription): Order {
  const { semverConstraint: constraint, strictSemvers: strict } = subscription;
  switch (subscription.commitSelectionStrategy) {
    case 'SemVer': {
      const order = compileVersionOrder({ constraint, strict });
      return tags => order(tags, ({ tag }) => tag);
    }
    case 'Lexical':
      return tags => [...tags].sort((a, b) => descending(a.tag, b.tag));
    case 'NewestTag':
      return tags => [...tags].sort(compareAge);
    default:
      throw new Error(
        `The strategy "${subscription.commitSelectionStrategy}" does not choose among tags; use SemVer, Lexical or NewestTag.`,
      );
  }
}

/** Newest first; equal date: by name, ascending (git for-each-ref --sort=-creatordate). */
function compareAge(a: TagFacts, b: TagFacts): number {
  const [left, right] = [a, b].map(
    ({ creatorDate }) => parseInstant(creatorDate) ?? 0n,
  );
  if (left === right) return compareBytes(a.tag, b.tag);
  return left > right ? -1 : 1;
}
