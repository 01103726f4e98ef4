import { RolloutAct } from '@stevedore/promotion-engine';
import { ClusterError } from '../api/ClusterError';
import { KubernetesApi, Target } from '../api/KubernetesApi';
import { decideAct, RolloutPatches } from './decideAct';
import { Rollout } from './rollout';
import { seenOf } from './rolloutState';

/** Counts of replicas are written all the time; who is overtaken only by these tries again. */
const ATTEMPTS = 5;

/**
 * Writes what an act writes, onto exactly what was decided about: a Rollout that has gone on meanwhile is left alone.
 * @throws Error with a sentence when it has, or the cluster does not do it
 */
export async function applyPatches(
  api: KubernetesApi,
  {
    target,
    rollout,
    act,
  }: { target: Target; rollout: Rollout; act: RolloutAct },
): Promise<void> {
  const seen = seenOf(rollout);
  let now = rollout;
  for (let attempt = 1; ; attempt++) {
    const decision = decideAct(now, act);
    if ('whyNot' in decision) throw new Error(decision.whyNot);
    try {
      await write(api, { target, now, ...decision.patches });
      return;
    } catch (error) {
      const overtaken = error instanceof ClusterError && error.conflict;
      if (!overtaken || attempt === ATTEMPTS) throw error;
    }
    const next = await api.get<Rollout>(target);
    if (!next || seenOf(next) !== seen)
      throw new Error(
        `Rollout "${target.name}" has gone on meanwhile: look at it again.`,
      );
    now = next;
  }
}

async function write(
  api: KubernetesApi,
  what: { target: Target; now: Rollout } & RolloutPatches,
): Promise<void> {
  const { target, now, status, spec } = what;
  const { resourceVersion } = now.metadata;
  if (status)
    await api.patch<Rollout>(
      { ...target, subresource: 'status' },
      { metadata: { resourceVersion }, status },
    );
  if (!spec) return;
  // after a write of its own the version is another one; a person's pause is nobody else's
  const metadata = status ? {} : { resourceVersion };
  await api.patch(target, { metadata, spec });
}
