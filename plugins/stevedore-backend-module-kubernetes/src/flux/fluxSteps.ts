import {
  AnyStepKind,
  defineStep,
  StepContext,
  StepOutcome,
} from '@stevedore/promotion-engine';
import { fluxRuns } from '../drift/fluxRunning';
import { objectsRunning } from '../drift/objectsRunning';
import { ModuleDeps, promotionInterest } from '../ModuleDeps';
import { findObjects, FoundObject, topicsOf } from '../objects/findObjects';
import { objectsHealth, WatchedObject } from '../objects/objectsHealth';
import { Verdict } from '../objects/verdict';
import { outcomeOf, Unfinished, unsuccessful, waiting } from '../stepOutcomes';
import { FLUX_KINDS, FluxObject } from './fluxKinds';
import { judgeFlux } from './judgeFlux';
import { FluxConfig, FluxResource, fluxSchema } from './schema';

const TIMEOUT_MS = 300_000;
const NAMESPACE = 'flux-system';
/** Flux reconciles when it changes, and repeats it in `lastHandledReconcileAt`. */
const REQUESTED = 'reconcile.fluxcd.io/requestedAt';

type Context = StepContext<never>;
type Found = FoundObject<FluxObject> & { resource: FluxResource };

const PLANS = { 'flux-reconcile': 'reconcile', 'flux-wait': 'wait for' };

/** `flux-reconcile` lets Flux look now and waits for what it says; `flux-wait` only waits. */
export function fluxSteps(deps: ModuleDeps): AnyStepKind[] {
  return [fluxStep(deps, 'flux-reconcile'), fluxStep(deps, 'flux-wait')];
}

function fluxStep(deps: ModuleDeps, id: keyof typeof PLANS): AnyStepKind {
  const reconciles = id === 'flux-reconcile';
  const access = reconciles ? 'write' : 'read';
  const find = (context: Context, config: FluxConfig) =>
    findAll(deps, { context, access }, config);
  return defineStep<FluxConfig, never>({
    id,
    effect: 'external',
    schema: fluxSchema,
    capabilities: [],
    defaultTimeoutMs: TIMEOUT_MS,
    ...(reconciles && {
      health: done =>
        objectsHealth(deps, done, {
          kinds: FLUX_KINDS,
          judge: (object, [revision]) => judgeFlux(object, revision),
        }),
      runs: done =>
        objectsRunning(deps, done, { kinds: FLUX_KINDS, say: fluxRuns }),
    }),
    external: {
      async describe(context, config, detail) {
        // from before it looks, so that nothing is missed
        if (detail === 'effect') follow(deps, context, config);
        const found = await find(context, config);
        if ('status' in found) return found;
        const names = found.map(
          ({ ref }) => `${ref.kind.kind} ${ref.namespace}/${ref.name}`,
        );
        return {
          status: 'planned',
          effect: {
            step: context.alias,
            kind: id,
            target: `${PLANS[id]} ${names.join(', ')}`,
            call: config,
          },
        };
      },

      async intend(context, config) {
        const found = await find(context, config);
        if ('status' in found) throw new Error(found.message);
        return { objects: found.map(watched) };
      },

      async attempt(context, config) {
        const found = await find(context, config);
        if ('status' in found) return found;
        try {
          return await go(context, found, reconciles);
        } catch (error) {
          return outcomeOf(error);
        }
      },

      // what was asked of Flux stands in the object itself
      recognise: async () => ({ status: 'notDone' }),
      repeats: true,

      lands: () => reconciles,
      reads: () => !reconciles,
    },
  });
}

const selectorOf = ({ kind, name, namespace, cluster }: FluxResource) => ({
  cluster,
  kind: FLUX_KINDS[kind],
  namespace: namespace ?? NAMESPACE,
  name,
});

const watched = ({ cluster, ref, resource }: Found): WatchedObject => ({
  cluster: cluster.name,
  namespace: ref.namespace,
  name: ref.name,
  kind: resource.kind,
  expects: [resource.revision ?? ''],
});

async function findAll(
  deps: ModuleDeps,
  { context, access }: { context: Context; access: 'read' | 'write' },
  { resources }: FluxConfig,
): Promise<Found[] | Unfinished> {
  const all: Found[] = [];
  for (const resource of resources) {
    const how = { asker: context, access };
    const finding = await findObjects<FluxObject>(
      deps,
      how,
      selectorOf(resource),
    );
    if (finding.status === 'unknown') return waiting(finding.reason, 5_000);
    if (finding.status === 'refused') return unsuccessful(finding.reason);
    all.push({ ...finding.objects[0], resource });
  }
  return all;
}

function follow(
  deps: ModuleDeps,
  { promotion }: Context,
  { resources }: FluxConfig,
): void {
  const selectors = resources.map(selectorOf);
  deps.clusters.interests.whenDifferent(
    selectors.flatMap(each => topicsOf(deps, each)),
    {
      ...promotionInterest(deps, promotion),
      sight: () =>
        JSON.stringify(
          selectors.map(each => {
            const sight = deps.clusters
              .getOnly(each.cluster)
              .peek<FluxObject>(each);
            return sight.status === 'found'
              ? [sight.object.metadata.annotations, sight.object.status]
              : sight.status;
          }),
        ),
    },
  );
}

/** In order: what comes later is made of what comes first. */
async function go(
  context: Context,
  found: Found[],
  reconciles: boolean,
): Promise<StepOutcome> {
  for (const each of found) {
    const name = `${each.ref.kind.kind} "${each.ref.name}" in namespace "${each.ref.namespace}"`;
    const verdict = await (reconciles
      ? reconcile(context, each)
      : judgeFlux(each.object, each.resource.revision));
    if (verdict.status === 'waiting')
      return waiting(`${name} ${verdict.reason}`);
    if (verdict.status !== 'ready')
      return unsuccessful(`${name} ${verdict.reason}`);
  }
  return {
    status: 'succeeded',
    output: {
      resources: found.map(({ ref }) => ({
        kind: ref.kind.kind,
        name: ref.name,
        namespace: ref.namespace,
      })),
    },
  };
}

/** A request is this promotion's and this attempt's own, so that nothing is asked twice and a retry asks again. */
async function reconcile(
  { promotion, alias, failures, signal }: Context,
  { cluster, ref, resource }: Found,
): Promise<Verdict> {
  const object = await cluster.api.get<FluxObject>(ref, signal);
  if (!object) return { status: 'broken', reason: 'is gone' };
  if (object.spec?.suspend) return judgeFlux(object);
  const request = `${promotion.name}/${alias}/${failures}`;
  if (object.metadata.annotations?.[REQUESTED] !== request) {
    await cluster.api.patch(ref, {
      metadata: {
        resourceVersion: object.metadata.resourceVersion,
        annotations: { [REQUESTED]: request },
      },
    });
    return { status: 'waiting', reason: 'was asked to reconcile' };
  }
  return object.status?.lastHandledReconcileAt === request
    ? judgeFlux(object, resource.revision)
    : {
        status: 'waiting',
        reason: 'was asked to reconcile, and has not done it yet',
      };
}
