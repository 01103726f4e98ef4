import { objectIds } from '../objectIds';
import { Checkout } from './Checkout';

/** What the run rests on: paths it touched, with their ids in the base; '' for one that was not there. */
export async function readSet(
  checkout: Checkout,
): Promise<Record<string, string>> {
  const paths = [...checkout.record.touched.keys()]
    .map(path => (path === '' ? '.' : path))
    .sort();
  const ids = await objectIds(checkout.mirror, checkout.record.base, paths);
  return Object.fromEntries(paths.map(path => [path, ids[path] ?? '']));
}
