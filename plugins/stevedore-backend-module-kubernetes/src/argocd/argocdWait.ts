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

/** Health of each Application by `cluster/namespace/name`, as the attempt before saw it and as this one does. */
interface WaitIntent {
  before: Record<string, string>;
  now: Record<string, string>;
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
      async describe(context, config) {
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

      async intend(context, config, last) {
        const found = await findTargets(deps, context, config);
        if ('status' in found) throw new Error(found.message);
        const intent: WaitIntent = {
          before: (last as WaitIntent | undefined)?.now ?? {},
          now: Object.fromEntries(
            found.map(target => [keyOf(target), healthOf(target)]),
          ),
        };
        return { ...intent };
      },

      async attempt(context, config, intent) {
        const { name, project } = context.promotion;
        deps.argocds.follow(
          context,
          config.apps,
          promotionInterest(deps, { project, name }),
        );
        const found = await findTargets(deps, context, config);
        if ('status' in found) return found;
        const { before } = intent as unknown as WaitIntent;
        return judgeAll(found, before);
      },

      recognise: async () => ({ status: 'notDone' }),

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

function judgeAll(targets: Target[], before: Record<string, string>) {
  const open: string[] = [];
  for (const target of targets) {
    const { application, ref } = target.found;
    const verdict = judgeWait(
      application,
      target.awaited,
      before[keyOf(target)],
    );
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

const keyOf = ({ found: { cluster, ref } }: Target): string =>
  `${cluster.name}/${ref.namespace}/${ref.name}`;

const healthOf = ({ found }: Target): string =>
  found.application.status?.health?.status ?? '';
