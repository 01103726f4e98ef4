import { Checkout } from './Checkout';
import { joinPath } from './pathRules';
import { PathScope, resolvePath } from './resolvePath';

/** A program follows symlinks without asking: it does not run where one leads out of the workspace. */
export async function assertLinksStayInside(
  scope: PathScope,
  checkout: Checkout,
): Promise<void> {
  const tracked = await checkout.tracked();
  for (const [path, entry] of tracked.entries) {
    if (entry.mode === '120000') {
      await resolvePath(scope, joinPath(checkout.record.path, path), {
        followLast: true,
      });
    }
  }
}
