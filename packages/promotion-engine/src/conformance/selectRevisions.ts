import { selectCommits as fromBranch, selectTags } from '../kinds/sources/git';
import { GitSubscription } from '../model/definition';
import { CommitFacts, TagFacts } from '../ports/git';
import { suite } from './answer';

interface Input extends Partial<GitSubscription> {
  strategy: GitSubscription['commitSelectionStrategy'] | '';
  constraint?: string;
}
interface Changed {
  changed?: string[];
}

/** As the selector gets it: what a manifest's admission fills in is not filled in here. */
function subscriptionOf(input: Input): GitSubscription {
  return {
    repoURL: 'https://git.example.com/app',
    commitSelectionStrategy: input.strategy || 'NewestFromBranch',
    semverConstraint: input.constraint,
    strictSemvers: input.strictSemvers ?? false,
    allowTagsRegexes: input.allowTagsRegexes ?? [],
    ignoreTagsRegexes: input.ignoreTagsRegexes ?? [],
    expressionFilter: input.expressionFilter,
    includePaths: input.includePaths ?? [],
    excludePaths: input.excludePaths ?? [],
    since: input.since,
    discoveryLimit: input.discoveryLimit ?? 0,
    insecureSkipTLSVerify: false,
  };
}

export const selectGitTags = suite<Input & { tags?: (TagFacts & Changed)[] }>(
  ({ tags, ...rules }) =>
    selectTags(subscriptionOf(rules), tags ?? [], Date.now()).map(
      ({ tag, id }) => ({ tag, id }),
    ),
);

export const selectCommits = suite<
  Input & { commits?: (CommitFacts & Changed)[] }
>(({ commits, ...rules }) =>
  fromBranch(subscriptionOf(rules), commits ?? [], Date.now()).map(
    ({ id }) => id,
  ),
);
