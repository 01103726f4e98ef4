import { Asker, objectRefusal } from '../authorization/objectRefusal';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { ModuleDeps } from '../ModuleDeps';
import { Cluster, ObjectRef } from '../watch/Cluster';
import { LabelSelector } from '../watch/matchesSelector';

/** How a step names objects of a cluster. */
export interface ObjectSelector {
  cluster?: string;
  kind: ResourceKind;
  namespace: string;
  name?: string;
  selector?: LabelSelector;
}

export interface FoundObject<T> {
  cluster: Cluster;
  ref: ObjectRef;
  object: T;
}

export type ObjectFinding<T> =
  | { status: 'found'; objects: FoundObject<T>[] }
  | { status: 'unknown'; reason: string }
  | { status: 'refused'; reason: string };

/** The objects that a stage may touch, as its cluster shows them now. */
export async function findObjects<T extends KubernetesObject>(
  { clusters }: Pick<ModuleDeps, 'clusters'>,
  how: { asker: Asker; access: 'read' | 'write' },
  wanted: ObjectSelector,
): Promise<ObjectFinding<T>> {
  const { kind, namespace, name, selector = {} } = wanted;
  const cluster = clusters.getOnly(wanted.cluster);
  const objects: T[] = [];
  if (name === undefined) {
    const selection = await cluster.select<T>(kind, namespace, selector);
    if (selection.status === 'unknown') return selection;
    objects.push(...selection.objects);
  } else {
    const sight = await cluster.see<T>({ kind, namespace, name });
    if (sight.status === 'unknown') return sight;
    if (sight.status === 'found') objects.push(sight.object);
  }
  if (objects.length === 0) {
    const which = name ? `"${name}"` : `with ${JSON.stringify(selector)}`;
    return {
      status: 'refused',
      reason: `there is no ${kind.kind} ${which} in namespace "${namespace}" of cluster ${cluster.name}`,
    };
  }
  const allowed: FoundObject<T>[] = [];
  let refusal: string | undefined;
  for (const object of objects) {
    const what = { cluster: cluster.name, kind, object };
    const refused = await objectRefusal(how.asker, how.access, what);
    if (refused) refusal ??= refused;
    else {
      const ref = { kind, namespace, name: object.metadata.name };
      allowed.push({ cluster, ref, object });
    }
  }
  return allowed.length > 0
    ? { status: 'found', objects: allowed }
    : { status: 'refused', reason: refusal! };
}

/** Topics of everything that may change what `findObjects` answers. */
export function topicsOf(
  { clusters }: Pick<ModuleDeps, 'clusters'>,
  { cluster: at, kind, namespace, name }: ObjectSelector,
): string[] {
  const cluster = clusters.getOnly(at);
  return name === undefined
    ? cluster.topicsOfAll(kind, namespace)
    : cluster.topicsOf({ kind, namespace, name });
}
