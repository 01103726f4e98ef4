import { mkdir } from 'fs/promises';
import { explainFailure } from '../explainFailure';
import { ensureCommit } from '../resolveRef';
import { Checkout } from './Checkout';
import { writeKeepAliveRef } from './keepAliveRef';
import { materializeAll } from './materialize';

/** Looks up what is in a checkout, and writes its files, unless the adapter is sparse. */
export async function prepareCheckout(
  checkout: Checkout,
  signal?: AbortSignal,
): Promise<void> {
  const { mirror, record, place } = checkout;
  await Promise.all([
    mirror.ready(),
    mkdir(place.root, { recursive: true }),
    mkdir(place.stateDirectory, { recursive: true }),
  ]);
  await readCommit(checkout).catch(async () => {
    // what a killed fetch left undone is made good by another
    await mirror.fetch(signal);
    await ensureCommit(mirror, record.base, signal);
    await readCommit(checkout).catch(error => {
      const { url } = mirror.remote;
      throw explainFailure(`check out ${record.base} of`, url, error);
    });
  });
  if (!mirror.context.sparse) {
    await materializeAll(checkout);
  }
}

/** @throws when the mirror does not have all of the commit, or Git takes it for an attack */
async function readCommit(checkout: Checkout): Promise<void> {
  const { mirror, record } = checkout;
  const tree = await mirror.treeOf(record.base);
  if (!tree) throw new Error(`the mirror has no commit ${record.base}`);
  record.tree = tree;
  const files = await mirror.filesOf(tree);
  if (files.isDoubtful) await checkout.makeIndex();
  // not before: a fetch takes what a ref leads to for complete
  await writeKeepAliveRef(mirror, checkout.refName, record.base);
}
