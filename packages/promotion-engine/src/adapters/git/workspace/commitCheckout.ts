import { CommitOptions } from '../../../ports/git';
import { explainFailure } from '../explainFailure';
import { GitFailure } from '../GitFailure';
import { signCommit } from '../signing/signCommit';
import { Checkout } from './Checkout';
import { writeKeepAliveRef } from './keepAliveRef';
import { changedTree } from './changedTree';
import { writeCommit } from './writeCommit';

/** Commits what changed; equal input gives an equal commit id, so a replay changes nothing. */
export async function commitCheckout(
  checkout: Checkout,
  options: CommitOptions,
  nested: string[],
): Promise<{ commit: string } | undefined> {
  const { record, mirror } = checkout;
  try {
    const tree = await changedTree(checkout, nested);
    if (tree === undefined || tree === record.tree) {
      return undefined;
    }
    const parent = record.head;
    const unsigned = await writeCommit(mirror, { tree, parent }, options);
    const commit = await signCommit(mirror, unsigned, options);
    await writeKeepAliveRef(mirror, checkout.refName, commit);
    mirror.remember(commit, tree);
    record.head = commit;
    record.tree = tree;
    record.deleted = [];
    checkout.forgetTracked();
    checkout.save();
    return { commit };
  } catch (error) {
    throw error instanceof GitFailure
      ? explainFailure('commit to', mirror.remote.url, error)
      : error;
  }
}
