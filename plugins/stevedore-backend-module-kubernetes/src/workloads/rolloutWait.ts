import {
  AnyStepKind,
  defineStep,
  failed,
  StepContext,
  StepOutcome,
} from '@stevedore/promotion-engine';
import { z } from 'zod';
import { objectsRunning } from '../drift/objectsRunning';
import { workloadRuns } from '../drift/workloadRuns';
import { ModuleDeps, promotionInterest } from '../ModuleDeps';
import { findObjects, FoundObject, topicsOf } from '../objects/findObjects';
import { objectsHealth } from '../objects/objectsHealth';
import { Unfinished, unsuccessful, waiting } from '../stepOutcomes';
import { ALL_WORKLOADS, judgeByKind } from './judgeByKind';
import { Workload } from './workloadKinds';

const TIMEOUT_MS = 600_000;
const KIND = 'rollout-wait';

type Kind = keyof typeof ALL_WORKLOADS;

const text = z.string().min(1);

const workload = z
  .strictObject({
    /** Default `Deployment`. */
    kind: z.enum(Object.keys(ALL_WORKLOADS) as [Kind, ...Kind[]]).optional(),
    namespace: text,
    name: text.optional(),
    /** All that have these labels. */
    matchLabels: z.record(z.string(), z.string()).optional(),
    /** Default: the only one there is. */
    cluster: text.optional(),
    /** Images that its pods are to have, as they stand in its template. */
    images: z.array(text).optional(),
  })
  .refine(
    ({ name, matchLabels }) =>
      (name === undefined) !== (matchLabels === undefined),
    { message: 'exactly one of name and matchLabels must be set' },
  );

const rolloutWaitSchema = z.strictObject({
  workloads: z.array(workload).min(1),
});

type Config = z.infer<typeof rolloutWaitSchema>;
type Wanted = Config['workloads'][number];
type Context = StepContext<never>;
type Found = FoundObject<Workload> & { wanted: Wanted };

const selectorOf = (wanted: Wanted) => ({
  cluster: wanted.cluster,
  kind: ALL_WORKLOADS[wanted.kind ?? 'Deployment'],
  namespace: wanted.namespace,
  name: wanted.name,
  selector: { matchLabels: wanted.matchLabels },
});

/** Waits until workloads are rolled out, and from then on they are the health of the stage: no GitOps engine is needed. */
export function rolloutWait(deps: ModuleDeps): AnyStepKind {
  return defineStep<Config, never>({
    id: KIND,
    effect: 'external',
    schema: rolloutWaitSchema,
    capabilities: [],
    defaultTimeoutMs: TIMEOUT_MS,
    health: done =>
      objectsHealth(deps, done, {
        kinds: ALL_WORKLOADS,
        judge: judgeByKind,
      }),
    runs: done =>
      objectsRunning<Workload>(deps, done, {
        kinds: ALL_WORKLOADS,
        say: workloadRuns,
      }),
    external: {
      async describe(context, config, detail) {
        // from before it looks, so that nothing is missed
        if (detail === 'effect') follow(deps, context, config);
        const found = await findAll(deps, context, config);
        if ('status' in found) return found;
        const names = found.map(({ ref }) => `${ref.namespace}/${ref.name}`);
        return {
          status: 'planned',
          effect: {
            step: context.alias,
            kind: KIND,
            target: `wait for the rollout of ${names.join(', ')}`,
            call: config,
          },
        };
      },

      async intend(context, config) {
        const found = await findAll(deps, context, config);
        if ('status' in found) throw new Error(found.message);
        return {
          objects: found.map(({ cluster, ref, wanted }) => ({
            cluster: cluster.name,
            namespace: ref.namespace,
            name: ref.name,
            kind: wanted.kind ?? 'Deployment',
            expects: wanted.images ?? [],
          })),
        };
      },

      async attempt(context, config) {
        const found = await findAll(deps, context, config);
        return 'status' in found ? found : judgeAll(found);
      },

      recognise: async () => ({ status: 'notDone' }),
      repeats: true,

      reads: () => true,
    },
  });
}

async function findAll(
  deps: ModuleDeps,
  context: Context,
  { workloads }: Config,
): Promise<Found[] | Unfinished> {
  const all: Found[] = [];
  for (const wanted of workloads) {
    const how = { asker: context, access: 'read' as const };
    const finding = await findObjects<Workload>(deps, how, selectorOf(wanted));
    if (finding.status === 'unknown') return waiting(finding.reason, 5_000);
    if (finding.status === 'refused') return unsuccessful(finding.reason);
    all.push(...finding.objects.map(each => ({ ...each, wanted })));
  }
  return all;
}

function judgeAll(found: Found[]): StepOutcome {
  const open: string[] = [];
  for (const { object, ref, wanted } of found) {
    const verdict = judgeByKind(object, wanted.images, ref.kind);
    if (verdict.status === 'ready') continue;
    const said = `${ref.kind.kind} "${ref.name}" in namespace "${ref.namespace}" ${verdict.reason}`;
    if (verdict.status === 'broken') return failed(said);
    open.push(said);
  }
  if (open.length > 0) return waiting(open.join('; '));
  return {
    status: 'succeeded',
    output: {
      workloads: found.map(({ ref }) => ({
        kind: ref.kind.kind,
        name: ref.name,
        namespace: ref.namespace,
      })),
    },
  };
}

function follow(
  deps: ModuleDeps,
  { promotion }: Context,
  { workloads }: Config,
): void {
  const selectors = workloads.map(selectorOf);
  const shown = () =>
    selectors.map(({ cluster, kind, namespace, name, selector }) => {
      const at = deps.clusters.getOnly(cluster);
      return name === undefined
        ? at.peekAll<Workload>(kind, namespace, selector)
        : at.peek<Workload>({ kind, namespace, name });
    });
  deps.clusters.interests.whenDifferent(
    selectors.flatMap(each => topicsOf(deps, each)),
    {
      ...promotionInterest(deps, promotion),
      sight: () => JSON.stringify(shown()),
    },
  );
}
