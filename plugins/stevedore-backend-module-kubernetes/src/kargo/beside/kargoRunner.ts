import { Runner, RunnerSight } from '@stevedore/plugin-stevedore-node';
import { ResourceKind } from '../../api/resourceKind';
import { Cluster, Selection } from '../../watch/Cluster';
import { Clusters } from '../../watch/Clusters';
import {
  FREIGHTS,
  KARGO_STATE,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
} from '../kargoKinds';
import { parseTarget } from '../projectTarget';
import { asRefusal } from './asRefusal';
import { KargoAnnotation, StageObject } from './objects';
import { promotionObject } from './promotionObject';
import { KargoState, viewOf } from './viewOf';

export interface KargoRunnerDeps {
  clusters: Clusters;
  /** Says that what is there of a project is different now. */
  moved(project: string): void;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** Kargo itself, beside this portal: what it says is shown, and what people ask is written where it looks. */
export function kargoRunner({
  clusters,
  moved,
  now = Date.now,
}: KargoRunnerDeps): Runner {
  const at = (target: string) => {
    const { cluster, project } = parsed(target);
    return { cluster: clusters.get(cluster), project };
  };
  const patch = (
    target: string,
    { kind, name }: { kind: ResourceKind; name: string },
    annotations: Record<string, string>,
  ) =>
    asRefusal(async () => {
      const { cluster, project } = at(target);
      const object = { kind, namespace: project, name };
      await cluster.api.patch(object, { metadata: { annotations } });
    });
  return {
    name: 'Kargo',
    async see(target) {
      try {
        const { cluster, project } = at(target);
        const topics = KARGO_STATE.flatMap(kind =>
          cluster.topicsOfAll(kind, project),
        );
        const wake = () => moved(project);
        clusters.interests.add(topics, { id: `view:${target}`, wake });
        return await sightOf(cluster, project);
      } catch (error) {
        return { status: 'unseen', reasons: [(error as Error).message] };
      }
    },
    promote: (target, ask) =>
      asRefusal(async () => {
        const { cluster, project } = at(target);
        const name = await promoteIn(cluster, { ...ask, project });
        await untilSeen(clusters, cluster, { project, name });
        return name;
      }),
    approve: (target, { stage, freight }) =>
      asRefusal(async () => {
        const { cluster, project } = at(target);
        const approvedAt = secondsOf(now());
        await cluster.api.patch(
          {
            kind: FREIGHTS,
            namespace: project,
            name: freight,
            subresource: 'status',
          },
          { status: { approvedFor: { [stage]: { approvedAt } } } },
        );
      }),
    refresh: (target, { warehouse }) =>
      patch(
        target,
        { kind: WAREHOUSES, name: warehouse },
        { [KargoAnnotation.refresh]: new Date(now()).toISOString() },
      ),
    abort: (target, { promotion, actor }) =>
      patch(
        target,
        { kind: PROMOTIONS, name: promotion },
        {
          [KargoAnnotation.abort]: JSON.stringify({
            action: 'terminate',
            actor: actor.ref,
          }),
        },
      ),
  };
}

function parsed(target: string) {
  const found = parseTarget(target);
  if (!found) throw new Error(`"${target}" is no project of a cluster`);
  return found;
}

/** @returns the name that the promotion has there: admission may have given another one */
async function promoteIn(
  cluster: Cluster,
  ask: Parameters<Runner['promote']>[1] & { project: string },
): Promise<string> {
  const { project, stage, actor, ...asked } = ask;
  const ref = { kind: STAGES, namespace: project, name: stage };
  const seen = await cluster.see<StageObject>(ref);
  const shard = seen.status === 'found' ? seen.object.spec?.shard : undefined;
  const made = await cluster.api.create(
    { kind: PROMOTIONS, namespace: project },
    promotionObject({ ...asked, project, stage, shard, actor: actor.ref }),
  );
  return made.metadata.name;
}

/** Milliseconds that somebody waits at most to find what he asked for on the page. */
const SEEN_MS = 2_000;

/** What was made is shown once the watch has told of it. */
async function untilSeen(
  { interests }: Clusters,
  cluster: Cluster,
  { project, name }: { project: string; name: string },
): Promise<void> {
  const ref = { kind: PROMOTIONS, namespace: project, name };
  if (cluster.peek(ref).status !== 'absent') return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, SEEN_MS);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    interests.add(cluster.topicsOf(ref), { id: `made:${name}`, wake });
  });
}

/** As Kubernetes writes times (metav1.Time). */
const secondsOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');

async function sightOf(
  cluster: Cluster,
  project: string,
): Promise<RunnerSight> {
  const selections = await Promise.all(
    KARGO_STATE.map(kind => cluster.select(kind, project, {})),
  );
  const reasons = selections.flatMap(each =>
    each.status === 'unknown' ? [each.reason] : [],
  );
  if (reasons.length > 0) return { status: 'unseen', reasons };
  const [warehouses, freight, stages, promotions] = selections.map(objectsOf);
  const state = { warehouses, freight, stages, promotions } as KargoState;
  return { status: 'seen', view: viewOf(state) };
}

const objectsOf = (selection: Selection<object>): object[] =>
  selection.status === 'known' ? selection.objects : [];
