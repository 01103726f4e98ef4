import {
  NamedRollout,
  PreparedRolloutAct,
  ROLLOUT_ACTS,
  RolloutAct,
  RolloutAsker,
  RolloutRef,
  RolloutWhere,
  StageRollout,
  StageRollouts,
} from '@stevedore/promotion-engine';
import { Asker, objectRefusal } from '../authorization/objectRefusal';
import { Clusters } from '../watch/Clusters';
import { Cluster, Sight } from '../watch/Cluster';
import { applyPatches } from './applyPatches';
import { decideAct } from './decideAct';
import { Revisions } from './Revisions';
import { Rollout, ROLLOUTS } from './rollout';
import { rolloutPhase } from './rolloutPhase';
import { rolloutState, seenOf } from './rolloutState';
import { WaitedRollout, waitedFor } from './waitedFor';

/** Argo's Rollouts of stages: those that a Stage names, and those that its last promotion waited for. */
export class Rollouts implements StageRollouts {
  readonly #clusters: Clusters;
  readonly #revisions = new Revisions();

  constructor(clusters: Clusters) {
    this.#clusters = clusters;
  }

  async read(where: RolloutWhere, changed: () => void) {
    const places = await this.#placesOf(where);
    await Promise.all(
      places.map(({ at, ref }) => at?.see({ kind: ROLLOUTS, ...ref })),
    );
    const { project, stage } = where.asker.promotion;
    const seen = places.filter(each => each.at);
    // from before it reads on, so that nothing is missed
    this.#clusters.interests.whenDifferent(
      seen.flatMap(({ at, ref }) => at!.topicsOf({ kind: ROLLOUTS, ...ref })),
      {
        id: `rollouts:${project}/${stage}`,
        wake: changed,
        sight: () => JSON.stringify(seen.map(({ at, ref }) => shown(at!, ref))),
      },
    );
    return Promise.all(places.map(place => this.#look(where.asker, place)));
  }

  async prepare(
    where: RolloutWhere,
    { ref, act, seen }: { ref: RolloutRef; act: RolloutAct; seen: string },
  ): Promise<PreparedRolloutAct | { whyNot: string }> {
    const places = await this.#placesOf(where);
    const place = places.find(each => isSame(each.ref, ref));
    const name = `Rollout ${ref.cluster}/${ref.namespace}/${ref.name}`;
    const { stage } = where.asker.promotion;
    if (!place) return { whyNot: `Stage ${stage} has no ${name}.` };
    if (!place.at) return { whyNot: place.problem };
    const { api } = place.at;
    const target = { kind: ROLLOUTS, namespace: ref.namespace, name: ref.name };
    let rollout: Rollout | undefined;
    try {
      // not the copy: what was decided since must not be overlooked
      rollout = await api.get<Rollout>(target);
    } catch (error) {
      return { whyNot: (error as Error).message };
    }
    if (!rollout) return { whyNot: `${name} is not there any more.` };
    const refused = await this.#refusal(where.asker, 'write', {
      ref,
      rollout,
    });
    if (refused) return { whyNot: refused };
    if (seenOf(rollout) !== seen)
      return { whyNot: `${name} has gone on meanwhile: look at it again.` };
    const decision = decideAct(rollout, act);
    if ('whyNot' in decision) return decision;
    return {
      apply: () => applyPatches(api, { target, rollout: rollout!, act }),
    };
  }

  async #placesOf({ named, steps }: RolloutWhere): Promise<Place[]> {
    const waited = await Promise.all(
      waitedFor(steps).map(each => this.#placesOfWaited(each)),
    );
    const places = [
      ...named.map(each => this.#placeOf(each)),
      ...waited.flat(),
    ];
    return places.filter(
      ({ ref }, index) =>
        places.findIndex(each => isSame(each.ref, ref)) === index,
    );
  }

  #placeOf({ cluster, namespace, name }: NamedRollout): Place {
    try {
      const at = this.#clusters.getOnly(cluster);
      return { at, ref: { cluster: at.name, namespace, name } };
    } catch (error) {
      const problem = (error as Error).message;
      return { ref: { cluster: cluster ?? '', namespace, name }, problem };
    }
  }

  async #placesOfWaited(waited: WaitedRollout): Promise<Place[]> {
    const { cluster, namespace, name, matchLabels = {} } = waited;
    const labels = Object.entries(matchLabels).map(each => each.join('='));
    const place = this.#placeOf({
      ...{ cluster, namespace },
      name: name ?? labels.join(','),
    });
    if (name !== undefined || !place.at) return [place];
    const selection = await place.at.select<Rollout>(ROLLOUTS, namespace, {
      matchLabels,
    });
    return selection.status === 'unknown'
      ? [{ ref: place.ref, problem: selection.reason }]
      : selection.objects.map(({ metadata }) =>
          this.#placeOf({ cluster, namespace, name: metadata.name }),
        );
  }

  async #look(asker: RolloutAsker, place: Place): Promise<StageRollout> {
    const { ref, at } = place;
    const unseen = (message: string): StageRollout => ({
      ref,
      phase: 'Unknown',
      message,
      whyNot: forAll(`It cannot be seen: ${message}.`),
    });
    if (!at) return unseen(place.problem);
    const sight = at.peek<Rollout>({ kind: ROLLOUTS, ...ref });
    if (sight.status === 'unknown') return unseen(sight.reason);
    if (sight.status === 'absent')
      return unseen(
        `there is no Rollout "${ref.name}" in namespace "${ref.namespace}" of cluster ${ref.cluster}`,
      );
    const { object: rollout } = sight;
    const about = { ref, rollout };
    const unread = await this.#refusal(asker, 'read', about);
    if (unread) return unseen(unread);
    const { known, problem } = await this.#revisions.of(at.api, rollout);
    const unwritten = await this.#refusal(asker, 'write', about);
    return {
      ref,
      ...rolloutPhase(rollout),
      state: { ...rolloutState(rollout, known), imagesUnknown: problem },
      whyNot: unwritten ? forAll(unwritten) : whyNotEach(rollout),
    };
  }

  #refusal(
    asker: RolloutAsker,
    access: 'read' | 'write',
    { ref, rollout }: { ref: RolloutRef; rollout: Rollout },
  ): Promise<string | undefined> {
    const what = { cluster: ref.cluster, kind: ROLLOUTS, object: rollout };
    return objectRefusal(asker as Asker, access, what);
  }
}

type Place = { ref: RolloutRef } & (
  | { at: Cluster }
  | { at?: undefined; problem: string }
);

const isSame = (a: RolloutRef, b: RolloutRef) =>
  a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name;

function shown(at: Cluster, ref: RolloutRef) {
  const sight: Sight<Rollout> = at.peek({ kind: ROLLOUTS, ...ref });
  if (sight.status !== 'found') return sight.status;
  const { object } = sight;
  return [
    object.metadata.annotations,
    rolloutPhase(object),
    rolloutState(object),
  ];
}

const forAll = (why: string) =>
  Object.fromEntries(ROLLOUT_ACTS.map(act => [act, why]));

function whyNotEach(rollout: Rollout): StageRollout['whyNot'] {
  return Object.fromEntries(
    ROLLOUT_ACTS.flatMap(act => {
      const decision = decideAct(rollout, act);
      return 'whyNot' in decision ? [[act, decision.whyNot]] : [];
    }),
  );
}
