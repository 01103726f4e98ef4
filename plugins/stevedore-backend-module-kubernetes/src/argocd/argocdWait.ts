import {
  ArgocdWaitConfig,
  argocdWaitSchema,
  defineStep,
  failed,
  StepContext,
} from '@stevedore/promotion-engine';
import { ModuleDeps, promotionInterest } from '../ModuleDeps';
import { Unfinished, unsuccessful, waiting } from '../stepOutcomes';
import { FoundApplication } from './ArgoCds';
import { DEFAULT_AWAITED, Awaited, judgeWait } from './judgeWait';

/** Kargo: defaultTimeout of argocd-wait. */
const TIMEOUT_MS = 300_000;
const KIND = 'argocd-wait';

interface Target {
  found: FoundApplication;
  awaited: readonly Awaited[];
}

/** Kargo's `argocd-wait`: waits until Applications are as they should be. */
export function argocdWait(deps: ModuleDeps) {
  return defineStep<ArgocdWaitConfig, never>({
    id: KIND,
    effect: 'external',
    schema: argocdWaitSchema,
    capabilities: [],
    defaultTimeoutMs: TIMEOUT_MS,
    external: {
      async describe(context, config, detail) {
        // from before it looks, so that nothing is missed
        if (detail === 'effect')
          deps.argocds.follow(
            context,
            config.apps,
            promotionInterest(deps, context.promotion),
          );
        const names = config.apps.map(
          ({ name, selector }) => name ?? JSON.stringify(selector),
        );
        const found = await findTargets(deps, context, config);
        if ('status' in found) return found;
        return {
          status: 'planned',
          effect: {
            step: context.alias,
            kind: KIND,
            target: `wait for Argo CD ${names.join(', ')}`,
            call: { apps: config.apps },
          },
        };
      },

      intend: async () => ({}),

      async attempt(context, config) {
        const found = await findTargets(deps, context, config);
        return 'status' in found ? found : judgeAll(context, found);
      },

      recognise: async () => ({ status: 'notDone' }),
      repeats: true,

      reads: () => true,
    },
  });
}

async function findTargets(
  { argocds }: ModuleDeps,
  context: StepContext<never>,
  { apps }: ArgocdWaitConfig,
): Promise<Target[] | Unfinished> {
  const targets: Target[] = [];
  for (const { waitFor, ...wanted } of apps) {
    const finding = await argocds.find(context, 'read', wanted);
    if (finding.status === 'unknown') return waiting(finding.reason, 5_000);
    if (finding.status === 'refused') return unsuccessful(finding.reason);
    const awaited = waitFor ?? DEFAULT_AWAITED;
    targets.push(...finding.applications.map(found => ({ found, awaited })));
  }
  return targets;
}

async function judgeAll(context: StepContext<never>, targets: Target[]) {
  const open: string[] = [];
  for (const target of targets) {
    const { application, ref } = target.found;
    const before = await healthBefore(context, target);
    const verdict = judgeWait(application, target.awaited, before);
    const name = `Argo CD Application "${ref.name}" in namespace "${ref.namespace}"`;
    if (verdict.status === 'lost') return failed(`${name}: ${verdict.reason}`);
    if (verdict.status === 'waiting') open.push(`${name}: ${verdict.reason}`);
  }
  if (open.length > 0) return waiting(open.join('; '));
  return {
    status: 'succeeded' as const,
    output: {
      apps: targets.map(({ found: { ref } }) => ({
        name: ref.name,
        namespace: ref.namespace,
      })),
      links: targets.flatMap(({ found: { link } }) => link ?? []),
    },
  };
}

class NotPinned extends Error {}

/** Health that says nothing about a fall to Degraded. */
const NOT_FALLEN_FROM = ['', 'Degraded', 'Unknown'];

/**
 * A health from which a fall to Degraded is final: the first one that this step has seen, and remembers whatever
 * happens to this process.
 */
async function healthBefore(
  { alias, pin }: StepContext<never>,
  { found: { application, cluster, ref } }: Target,
): Promise<string | undefined> {
  const now = application.status?.health?.status ?? '';
  const key = `health:${alias}:${cluster.name}/${ref.namespace}/${ref.name}`;
  try {
    return await pin(key, async () => {
      if (NOT_FALLEN_FROM.includes(now)) throw new NotPinned();
      return now;
    });
  } catch (error) {
    if (error instanceof NotPinned) return undefined;
    throw error;
  }
}
