import { FinishedStep, RunningFacts } from '@stevedore/promotion-engine';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';
import { ModuleDeps, stageInterest } from '../ModuleDeps';
import { WatchedObject } from '../objects/objectsHealth';
import { Cluster } from '../watch/Cluster';
import { ClusterView } from '../watch/ClusterView';
import { factsOf, Place, Said } from './factsOf';

export type WatchedPlace<T> = Place<T> & { at: Cluster };

/** What runs by each of these objects, as their clusters show them now; whoever cares is woken when that is different. */
export async function whatRuns<T extends KubernetesObject>(
  deps: Pick<ModuleDeps, 'clusters' | 'look'>,
  done: FinishedStep,
  places: WatchedPlace<T>[],
): Promise<RunningFacts[]> {
  const look = () => {
    const views = places.map(place => ({
      place,
      view: new ClusterView(place.at),
    }));
    const facts = views.flatMap(({ place, view }) => factsOf(view, place));
    return {
      facts,
      topics: views.flatMap(({ view }) => [...view.topics]),
      unanswered: views.flatMap(({ view }) => view.unanswered),
    };
  };
  let seen = look();
  // what is in an object is known, and asked for, once the object is there
  while (seen.unanswered.length > 0) {
    await Promise.all(seen.unanswered.map(answered => answered()));
    seen = look();
  }
  deps.clusters.interests.whenDifferent(seen.topics, {
    ...stageInterest(deps, { ...done, alias: `${done.alias}/runs` }),
    sight: () => JSON.stringify(look().facts),
  });
  return seen.facts;
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
    say(object: T, kind: ResourceKind, view: ClusterView): Said;
  },
): Promise<RunningFacts[]> {
  const { objects } = done.intent as unknown as { objects: WatchedObject[] };
  return whatRuns<T>(
    deps,
    done,
    objects.map(object => ({
      at: deps.clusters.get(object.cluster),
      ref: { ...object, kind: kinds[object.kind] },
      say: (found, view) => say(found, kinds[object.kind], view),
    })),
  );
}
