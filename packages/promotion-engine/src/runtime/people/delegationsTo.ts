import { DelegationRow } from '../../model/rows';
import { PLATFORM } from '../../model/scope';
import { isInForce } from '../../decide/approvals/delegations';
import { Store } from '../../ports/store';
import { Policies } from '../context';

/**
 * What was delegated to a person and is in force. A delegator stands for no more than when it was given, and for no
 * more than the catalog says now: who has left a group, or the catalog, cannot be decided for any more.
 */
export async function delegationsTo(
  host: {
    store: Pick<Store, 'delegations'>;
    policies: Pick<Policies, 'standsFor'>;
  },
  delegate: string,
  now: number,
): Promise<DelegationRow[]> {
  const all = await host.store.delegations(PLATFORM, delegate);
  const mine = all.filter(
    each => each.delegate === delegate && isInForce(each, now),
  );
  const checked = await Promise.all(
    mine.map(async each => {
      const present = await host.policies.standsFor(each.delegator);
      if (!present) return [];
      const stands = new Set(present);
      const ownership = each.ownership.filter(ref => stands.has(ref));
      return [{ ...each, ownership }];
    }),
  );
  return checked.flat();
}
