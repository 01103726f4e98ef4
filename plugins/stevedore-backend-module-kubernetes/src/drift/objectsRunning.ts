import { FinishedStep, RunningFacts } from '@stevedore/promotion-engine';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { ModuleDeps, stageInterest } from '../ModuleDeps';
import { WatchedObject } from '../objects/objectsHealth';
import { Cluster, ObjectRef } from '../watch/Cluster';

/** What an object says of what runs, or why it cannot say that now. */
export type Said =
  | Pick<Extract<RunningFacts, { status: 'seen' }>, 'images' | 'revisions'>
  | { reason: string };

export interface WatchedPlace<T> {
  at: Cluster;
  ref: ObjectRef;
  /** For people. */
  what: string;
  say(object: T): Said;
}

/** What runs by each of these objects, as their clusters show them now; whoever cares is woken when that is different. */
export async function whatRuns<T extends KubernetesObject>(
  deps: Pick<ModuleDeps, 'clusters' | 'look'>,
  done: FinishedStep,
  places: WatchedPlace<T>[],
): Promise<RunningFacts[]> {
  await Promise.all(places.map(({ at, ref }) => at.see(ref)));
  const look = () => places.map(runningOf);
  deps.clusters.interests.whenDifferent(
    places.flatMap(({ at, ref }) => at.topicsOf(ref)),
    {
      ...stageInterest(deps, { ...done, alias: `${done.alias}/runs` }),
      sight: () => JSON.stringify(look()),
    },
  );
  return look();
}

function runningOf<T extends KubernetesObject>({
  at,
  ref,
  what,
  say,
}: WatchedPlace<T>): RunningFacts {
  const sight = at.peek<T>(ref);
  const unseen = (reason: string): RunningFacts => ({
    ...{ what, status: 'unseen', reason },
  });
  if (sight.status === 'unknown')
    return unseen(`${what} cannot be seen: ${sight.reason}`);
  if (sight.status === 'absent') return unseen(`${what} is not there`);
  const said = say(sight.object);
  return 'reason' in said
    ? unseen(`${what} ${said.reason}`)
    : { what, status: 'seen', ...said };
}

/** Of the objects that a step wrote down. */
export function objectsRunning<T extends KubernetesObject>(
  deps: Pick<ModuleDeps, 'clusters' | 'look'>,
  done: FinishedStep,
  {
    kinds,
    say,
  }: {
    kinds: Readonly<Record<string, ResourceKind>>;
    say(object: T, kind: ResourceKind): Said;
  },
): Promise<RunningFacts[]> {
  const { objects } = done.intent as unknown as { objects: WatchedObject[] };
  return whatRuns<T>(
    deps,
    done,
    objects.map(object => ({
      at: deps.clusters.get(object.cluster),
      ref: { ...object, kind: kinds[object.kind] },
      what: `${object.kind} "${object.name}" in namespace "${object.namespace}"`,
      say: found => say(found, kinds[object.kind]),
    })),
  );
}
