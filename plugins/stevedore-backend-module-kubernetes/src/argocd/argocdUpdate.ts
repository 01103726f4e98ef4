import {
  ArgocdUpdateConfig,
  argocdUpdateSchema,
  defineStep,
  StepContext,
  StepOutcome,
} from '@stevedore/promotion-engine';
import { applicationsRunning } from '../drift/applicationsRunning';
import { ModuleDeps, promotionInterest } from '../ModuleDeps';
import { outcomeOf, Unfinished, unsuccessful, waiting } from '../stepOutcomes';
import { Application } from './application';
import { applicationsHealth, UpdateIntent } from './applicationsHealth';
import { FoundApplication } from './ArgoCds';
import { decideOperation, OperationDecision } from './decideOperation';
import { desiredSources, SourceUpdate } from './desiredSources';
import { refreshPatch, syncPatch } from './syncPatch';

/** Kargo: defaultTimeout of argocd-update. */
const TIMEOUT_MS = 300_000;
/** How often Argo CD is told to look again. */
const REFRESH_MS = 10_000;
const KIND = 'argocd-update';

interface Target {
  found: FoundApplication;
  updates?: SourceUpdate[];
}

type Context = StepContext<never>;

/** Kargo's `argocd-update`: sets the sources of Applications and syncs them. */
export function argocdUpdate(deps: ModuleDeps) {
  return defineStep<ArgocdUpdateConfig, never>({
    id: KIND,
    effect: 'external',
    schema: argocdUpdateSchema,
    capabilities: [],
    defaultTimeoutMs: TIMEOUT_MS,
    health: done => applicationsHealth(deps, done),
    runs: done => applicationsRunning(deps, done),
    external: {
      async describe(context, config, detail) {
        // from before it looks, so that nothing is missed
        if (detail === 'effect')
          deps.argocds.follow(
            context,
            config.apps,
            promotionInterest(deps, context.promotion),
          );
        const targets = await findTargets(deps, context, config);
        if ('status' in targets) return targets;
        const apps = targets.map(({ found: { cluster, ref }, updates }) => ({
          cluster: cluster.name,
          namespace: ref.namespace,
          name: ref.name,
          ...(updates && { sources: updates }),
        }));
        const names = apps.map(({ namespace, name }) => `${namespace}/${name}`);
        return {
          status: 'planned',
          effect: {
            step: context.alias,
            kind: KIND,
            target: `sync Argo CD ${names.join(', ')}`,
            call: { apps },
          },
        };
      },

      async intend(context, config) {
        const targets = await findTargets(deps, context, config);
        if ('status' in targets) throw new Error(targets.message);
        const intent: UpdateIntent = {
          apps: targets.map(({ found, updates }) => {
            const { cluster, ref, application } = found;
            const desired = desiredSources(application, updates);
            if (typeof desired === 'string') throw new Error(desired);
            const { namespace, name } = ref;
            const { revisions } = desired;
            return { cluster: cluster.name, namespace, name, revisions };
          }),
        };
        return { ...intent };
      },

      async attempt(context, config) {
        const targets = await findTargets(deps, context, config);
        if ('status' in targets) return targets;
        try {
          return await syncAll(context, targets);
        } catch (error) {
          return outcomeOf(error);
        }
      },

      // an operation says whose it is, so an attempt sees for itself what was done before
      recognise: async () => ({ status: 'notDone' }),
      repeats: true,

      lands: () => true,
    },
  });
}

async function findTargets(
  { argocds }: ModuleDeps,
  context: Context,
  { apps }: ArgocdUpdateConfig,
): Promise<Target[] | Unfinished> {
  const targets: Target[] = [];
  for (const { sources, ...wanted } of apps) {
    const finding = await argocds.find(context, 'write', wanted);
    if (finding.status === 'unknown') return waiting(finding.reason, 5_000);
    if (finding.status === 'refused') return unsuccessful(finding.reason);
    for (const found of finding.applications) {
      const desired = desiredSources(found.application, sources);
      if (typeof desired === 'string')
        return unsuccessful(`${nameOf(found)} cannot be updated: ${desired}`);
      targets.push({ found, updates: sources });
    }
  }
  return targets;
}

/** What is decided rests on what the cluster says now, and the patch on the version that was read. */
async function syncAll(
  context: Context,
  targets: Target[],
): Promise<StepOutcome> {
  const decisions: { found: FoundApplication; decision: OperationDecision }[] =
    [];
  for (const target of targets) {
    const decision = await syncOne(context, target);
    await context.log(
      `${nameOf(target.found)}: ${decision.action}, ${decision.reason}`,
    );
    decisions.push({ found: target.found, decision });
  }
  const say = (action: OperationDecision['action']) =>
    decisions
      .filter(({ decision }) => decision.action === action)
      .map(({ found, decision }) => `${nameOf(found)}: ${decision.reason}`)
      .join('; ');
  if (say('fail')) return unsuccessful(say('fail'));
  const open = [say('sync'), say('refresh'), say('wait')]
    .filter(Boolean)
    .join('; ');
  if (open) return waiting(open, say('refresh') ? REFRESH_MS : undefined);
  return {
    status: 'succeeded',
    message: say('done'),
    output: {
      apps: targets.map(({ found: { ref } }) => ({
        name: ref.name,
        namespace: ref.namespace,
      })),
      links: targets.flatMap(({ found: { link } }) => link ?? []),
    },
  };
}

async function syncOne(
  context: Context,
  { found, updates }: Target,
): Promise<OperationDecision> {
  const { api } = found.cluster;
  const application = await api.get<Application>(found.ref, context.signal);
  if (!application) return { action: 'fail', reason: 'it is gone' };
  const desired = desiredSources(application, updates);
  if (typeof desired === 'string') return { action: 'fail', reason: desired };
  const initiator = {
    promotion: context.promotion.name,
    step: context.alias,
    attempt: context.failures,
  };
  const decision = decideOperation(application, {
    initiator,
    sourcesFit: desired.fit,
    desiredRevisions: desired.revisions,
  });
  if (decision.action === 'sync')
    await api.patch(
      found.ref,
      syncPatch(application, desired, {
        initiator,
        requester: context.requester,
      }),
    );
  if (decision.action === 'refresh') await api.patch(found.ref, refreshPatch());
  return decision;
}

const nameOf = ({ ref, cluster }: FoundApplication): string =>
  `Argo CD Application "${ref.name}" in namespace "${ref.namespace}" of cluster ${cluster.name}`;
