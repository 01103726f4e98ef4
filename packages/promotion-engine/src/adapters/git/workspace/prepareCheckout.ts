import { mkdir } from 'fs/promises';
import { explainFailure } from '../explainFailure';
import { ensureCommit } from '../resolveRef';
import { Checkout } from './Checkout';
import { isInCone } from './cone';
import { writeKeepAliveRef } from './keepAliveRef';
import { materializeAll } from './materialize';
import { readIndex } from './readIndex';
import { TrackedTree } from './TrackedTree';

/** Gives a checkout its index (the whole tree) and, unless the adapter is sparse, its files. */
export async function prepareCheckout(checkout: Checkout): Promise<void> {
  const { mirror, record, place } = checkout;
  await Promise.all([
    mirror.ready(),
    mkdir(place.root, { recursive: true }),
    mkdir(place.stateDirectory, { recursive: true }),
  ]);
  const first = await readCommit(checkout);
  if (first.failure !== undefined) {
    await ensureCommit(mirror, record.base);
    const second = await readCommit(checkout);
    if (second.failure !== undefined) {
      throw explainFailure(
        `check out ${record.base} of`,
        mirror.remote.url,
        second.failure,
      );
    }
  }
  if (!mirror.context.sparse) {
    await materializeAll(checkout);
  }
}

/** Tells the index what is not on disk because it is outside of the cone, and not because it was deleted. */
async function skipOthers(
  checkout: Checkout,
  { entries }: TrackedTree,
): Promise<void> {
  const others = [...entries.keys()].filter(
    path => !isInCone(path, checkout.record.sparse),
  );
  if (others.length === 0) return;
  const input = others.map(path => `${path}\0`).join('');
  const args = ['update-index', '--skip-worktree', '-z', '--stdin'];
  await checkout.git(args, { input });
}

async function readCommit(checkout: Checkout): Promise<{ failure?: unknown }> {
  const { mirror, record } = checkout;
  const [tree, index, ref] = await Promise.allSettled([
    mirror.treeOf(record.base),
    checkout.git(['read-tree', record.base]),
    writeKeepAliveRef(mirror, checkout.refName, record.base),
  ]);
  const failed = [index, ref, tree].find(
    result => result.status === 'rejected',
  );
  if (failed?.status === 'rejected') {
    return { failure: failed.reason };
  }
  if (tree.status === 'fulfilled') {
    record.tree = tree.value ?? '';
    if (record.sparse) await skipOthers(checkout, await readIndex(checkout));
  }
  return {};
}
