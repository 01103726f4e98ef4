import {
  FinishedStep,
  Health,
  mergeHealth,
  StepHealth,
} from '@stevedore/promotion-engine';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { ModuleDeps, stageInterest } from '../ModuleDeps';
import { healthOf, Verdict } from './verdict';

/** An object that a stage's health rests on, as a step wrote it down; `expects` is what it should be at. */
export interface WatchedObject {
  cluster: string;
  namespace: string;
  name: string;
  /** Key of the kind in the table of its step. */
  kind: string;
  expects: string[];
}

export interface ObjectKinds {
  kinds: Readonly<Record<string, ResourceKind>>;
  judge(
    object: KubernetesObject,
    expects: readonly string[],
    kind: ResourceKind,
  ): Verdict;
}

/** Health of a stage by objects of clusters; what cannot be seen is unknown. */
export async function objectsHealth(
  deps: ModuleDeps,
  done: FinishedStep,
  { kinds, judge }: ObjectKinds,
): Promise<StepHealth> {
  const { objects } = done.intent as unknown as { objects: WatchedObject[] };
  const places = objects.map(object => ({
    ...object,
    at: deps.clusters.get(object.cluster),
    ref: { ...object, kind: kinds[object.kind] },
  }));
  await Promise.all(places.map(({ at, ref }) => at.see(ref)));
  const assess = () =>
    mergeHealth(
      places.map(({ at, ref, expects }): Health => {
        const name = `${ref.kind.kind} "${ref.name}" in namespace "${ref.namespace}"`;
        const sight = at.peek(ref);
        if (sight.status === 'found')
          return healthOf(name, judge(sight.object, expects, ref.kind));
        const why =
          sight.status === 'absent'
            ? 'is not there'
            : `cannot be seen: ${sight.reason}`;
        return { status: 'Unknown', issues: [`${name} ${why}`] };
      }),
    );
  deps.clusters.interests.whenDifferent(
    places.flatMap(({ at, ref }) => at.topicsOf(ref)),
    { ...stageInterest(deps, done), sight: () => JSON.stringify(assess()) },
  );
  return assess();
}
