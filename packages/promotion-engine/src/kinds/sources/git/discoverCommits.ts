import { DiscoveredCommit } from '../../../model/discovery';
import { GitSubscription } from '../../../model/definition';
import { GitError } from '../../../model/errors';
import {
  CommitFacts,
  GitRepositories,
  RemoteOptions,
  TagFacts,
} from '../../../ports/git';
import { SourceContext } from '../../../registry/source';
import { fingerprint } from '../_shared/fingerprint';
import { createTagSelector } from './selectors';
import { selectCommits, selectTags } from './selectCommits';

/** Kargo's limit for a subject that is shown. */
const LONGEST_SUBJECT = 80;
const FIRST_BATCH = 50;
const LARGEST_BATCH = 1000;
/** A default branch hardly ever gets another name. */
const HEAD_POLLS = 16;

interface Walk {
  subscription: GitSubscription;
  git: GitRepositories;
  now: number;
}

/**
 * What a subscription finds now, best first, at most `discoveryLimit`. When neither its branch nor its tags have
 * changed, that is one question to the remote, and nothing is fetched.
 * @throws GitError; Error when the subscription's expression, range or patterns cannot be read or evaluated.
 */
export async function discoverCommits(
  subscription: GitSubscription,
  context: SourceContext,
): Promise<DiscoveredCommit[]> {
  const { git, sightings, now } = context;
  const { repoURL, commitSelectionStrategy } = subscription;
  const remote = remoteOptions(subscription);
  const place = `${repoURL} ${remote.insecureSkipTLSVerify}`;
  const refs = await sightings.look(`refs ${place}`, () =>
    git.refs(repoURL, remote),
  );
  const walk = { subscription, git, now };
  const rules = JSON.stringify(subscription);
  if (commitSelectionStrategy !== 'NewestFromBranch') {
    const { tags } = refs;
    const lines = Object.entries(tags).map(([name, id]) => `${id} ${name}`);
    return sightings.derive(`tags ${rules} ${fingerprint(lines)}`, async () => {
      await git.update(repoURL, { tags }, remote);
      return (await fromTags(await git.tags(repoURL, remote), walk)).map(
        ({ creatorDate, tag, ...rest }) => shown(rest, { creatorDate, tag }),
      );
    });
  }
  const branch =
    subscription.branch ??
    (await sightings.look(
      `head ${place}`,
      () => git.defaultBranch(repoURL, remote),
      {
        polls: HEAD_POLLS,
      },
    ));
  const head = refs.branches[branch];
  if (!head)
    throw new GitError(
      `${repoURL} has no branch "${branch}": create it, or correct the name`,
      { retryable: false },
    );
  return sightings.derive(`commits ${rules} ${head}`, async () => {
    await git.update(repoURL, { branches: { [branch]: head } }, remote);
    return (await fromBranch(head, walk)).map(({ date, ...rest }) =>
      shown(rest, { creatorDate: date, branch: subscription.branch }),
    );
  });
}

const remoteOptions = ({
  insecureSkipTLSVerify,
}: GitSubscription): RemoteOptions => ({ insecureSkipTLSVerify });

/** Walks down the branch, in growing steps, until enough are found. */
async function fromBranch(head: string, walk: Walk): Promise<CommitFacts[]> {
  const { subscription, git, now } = walk;
  const { repoURL, since, discoveryLimit } = subscription;
  const found: CommitFacts[] = [];
  let from = { from: head, after: false };
  let limit = FIRST_BATCH;
  while (found.length < discoveryLimit) {
    const batch = await git.history(
      repoURL,
      { ...from, limit, since },
      remoteOptions(subscription),
    );
    const left = discoveryLimit - found.length;
    const rules = { ...subscription, discoveryLimit: left };
    found.push(...selectCommits(rules, await withChanges(batch, walk), now));
    if (batch.length < limit) break;
    from = { from: batch[batch.length - 1].id, after: true };
    limit = Math.min(limit * 2, LARGEST_BATCH);
  }
  return found;
}

/** Compares only as many tags with their parents as it takes. */
async function fromTags(tags: TagFacts[], walk: Walk): Promise<TagFacts[]> {
  const { subscription, now } = walk;
  const selector = createTagSelector(subscription, now);
  if (!selector.paths) return selectTags(subscription, tags, now);
  const candidates = selector.candidates(tags);
  const found: TagFacts[] = [];
  for (let at = 0; at < candidates.length; at += FIRST_BATCH) {
    const batch = candidates.slice(at, at + FIRST_BATCH);
    for (const { changed, ...tag } of await withChanges(batch, walk))
      if (selector.paths(changed ?? [])) found.push(tag as TagFacts);
    if (found.length >= selector.limit) break;
  }
  return found.slice(0, selector.limit);
}

async function withChanges<R extends { id: string }>(
  revisions: R[],
  { subscription, git }: Walk,
): Promise<(R & { changed?: string[] })[]> {
  const { repoURL, includePaths, excludePaths } = subscription;
  if (includePaths.length + excludePaths.length === 0) return revisions;
  const ids = revisions.map(({ id }) => id);
  const changed = await git.changedPaths(
    repoURL,
    ids,
    remoteOptions(subscription),
  );
  return revisions.map(each => ({ ...each, changed: changed[each.id] }));
}

function shown(
  facts: Pick<CommitFacts, 'id' | 'subject' | 'author' | 'committer'>,
  rest: Pick<DiscoveredCommit, 'creatorDate' | 'tag' | 'branch'>,
): DiscoveredCommit {
  const { id, author, committer } = facts;
  const characters = [...facts.subject];
  const subject =
    characters.length > LONGEST_SUBJECT
      ? `${characters.slice(0, LONGEST_SUBJECT - 3).join('')}...`
      : facts.subject;
  return { id, subject, author, committer, ...rest };
}
