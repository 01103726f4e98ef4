import { CommitOptions } from '../../../ports/git';
import { explainFailure } from '../explainFailure';
import { GitFailure } from '../GitFailure';
import { Checkout } from './Checkout';
import { commitMessage } from './commitMessage';
import { writeKeepAliveRef } from './keepAliveRef';
import { stageChanges } from './stageChanges';
import { unixSeconds } from './unixSeconds';

/** Commits what changed; equal input gives an equal commit id, so a replay changes nothing. */
export async function commitCheckout(
  checkout: Checkout,
  options: CommitOptions,
  nested: string[],
): Promise<{ commit: string } | undefined> {
  const { record, mirror } = checkout;
  const environment = identityEnvironment(checkout, options);
  try {
    if (!(await stageChanges(checkout, nested))) {
      return undefined;
    }
    const tree = (await checkout.git(['write-tree'])).toString().trim();
    if (tree === record.tree) {
      return undefined;
    }
    const input = commitMessage(options.message, options.trailers);
    const args = ['commit-tree', tree, '-p', record.head, '-F', '-'];
    const commit = (await checkout.git(args, { input, environment }))
      .toString()
      .trim();
    await writeKeepAliveRef(mirror, checkout.refName, commit);
    record.head = commit;
    record.tree = tree;
    record.deleted = [];
    checkout.resumed = false;
    checkout.setTracked(undefined);
    checkout.save();
    return { commit };
  } catch (error) {
    throw error instanceof GitFailure
      ? explainFailure('commit to', mirror.remote.url, error)
      : error;
  }
}

function identityEnvironment(
  checkout: Checkout,
  { author, at }: CommitOptions,
): Record<string, string> {
  const committer = checkout.mirror.context.identity ?? author;
  const date = `@${unixSeconds(at)} +0000`;
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: date,
  };
}
