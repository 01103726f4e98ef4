import { ObjectRef } from '../watch/Cluster';
import { FLUX_KINDS, FluxObject } from '../flux/fluxKinds';
import { ALL_WORKLOADS } from '../workloads/judgeByKind';

type Inventory = NonNullable<NonNullable<FluxObject['status']>['inventory']>;

const PARTS = [...Object.values(ALL_WORKLOADS), FLUX_KINDS.HelmRelease];

/** Of what was applied, whatever has pods that stay, and releases, which have their own. */
export function runningParts({ entries = [] }: Inventory): ObjectRef[] {
  return entries.flatMap(({ id }) => {
    const [namespace, ...rest] = id.split('_');
    const kindName = rest.pop();
    const group = rest.pop();
    // a name has no underscore but where it stands for a colon
    const name = rest.join('_');
    const kind = PARTS.find(
      each => each.kind === kindName && each.group === group,
    );
    return kind ? [{ kind, namespace, name }] : [];
  });
}
