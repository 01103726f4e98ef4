import { CommitOptions } from '../../../ports/git';
import { explainFailure } from '../explainFailure';
import { GitFailure } from '../GitFailure';
import { identityEnvironment } from '../identityEnvironment';
import { signCommit } from '../signing/signCommit';
import { Checkout } from './Checkout';
import { commitMessage } from './commitMessage';
import { writeKeepAliveRef } from './keepAliveRef';
import { stageChanges } from './stageChanges';

/** Commits what changed; equal input gives an equal commit id, so a replay changes nothing. */
export async function commitCheckout(
  checkout: Checkout,
  options: CommitOptions,
  nested: string[],
): Promise<{ commit: string } | undefined> {
  const { record, mirror } = checkout;
  const environment = identityEnvironment(mirror.context, options);
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
    const unsigned = (await checkout.git(args, { input, environment }))
      .toString()
      .trim();
    const commit = await signCommit(mirror, unsigned, options);
    await writeKeepAliveRef(mirror, checkout.refName, commit);
    mirror.remember(commit, tree);
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
