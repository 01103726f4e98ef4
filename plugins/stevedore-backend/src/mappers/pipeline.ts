import {
  FreightSummary,
  PipelineProblem,
  PipelineStage,
  PipelineWarehouse,
  Promotion,
  StageHold,
} from '@stevedore/plugin-stevedore-common';
import {
  Discovery,
  FreightRequest,
  formatDuration,
  FreightRow,
  GateVerdict,
  isVerificationTerminal,
  originKey,
  Problem,
  QueuePolicy,
  Stage,
  StageRow,
  Subscription,
  Warehouse,
  whyNotStopVerification,
  whyNotVerifyAgain,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from './freight';
import { toGateVerdict } from './plan';
import { publicUrl } from './publicUrl';

export function toProblem({
  severity,
  message,
  cure,
  position,
  object,
  field,
}: Problem): PipelineProblem {
  return {
    severity,
    message: publicUrl(message),
    cure,
    object,
    field,
    file: position?.file,
    line: position?.line,
    column: position?.column,
  };
}

export function toWarehouse(
  warehouse: Warehouse,
  discovery?: Discovery,
): PipelineWarehouse {
  return {
    name: warehouse.name,
    origin: originKey({ kind: 'Warehouse', name: warehouse.name }),
    intervalMs: warehouse.intervalMs,
    watches: warehouse.subscriptions.map(watchOf),
    checkedAt: discovery?.at,
    error:
      discovery?.error === undefined ? undefined : publicUrl(discovery.error),
    conditions: discovery?.conditions?.map(({ message, ...condition }) => ({
      ...condition,
      message: publicUrl(message),
    })),
  };
}

/** Where it looks, and for what: `ghcr.io/acme/web ^1.0.0`. */
function watchOf(subscription: Subscription): string {
  const [repoURL, ...wanted] = watched(subscription);
  return [publicUrl(repoURL), ...wanted].filter(Boolean).join(' ');
}

function watched(
  subscription: Subscription,
): [string, ...(string | undefined)[]] {
  if ('image' in subscription) {
    const { repoURL, constraint } = subscription.image;
    return [repoURL, constraint];
  }
  if ('git' in subscription) {
    const { repoURL, branch, semverConstraint } = subscription.git;
    return [repoURL, branch, semverConstraint];
  }
  const { repoURL, name, semverConstraint } = subscription.chart;
  return [repoURL, name, semverConstraint];
}

export interface StageFacts {
  row?: StageRow;
  autoPromotion: boolean;
  /** The freight that stands in stages, as it is now. */
  known: ReadonlyMap<string, FreightRow>;
  current?: Promotion;
  queued: number;
  /** What keeps anything from entering now. */
  gates: GateVerdict[];
  rollback?: Pick<PipelineStage, 'rollbacks' | 'rollback'>;
}

export function toStage(
  stage: Stage,
  { row, autoPromotion, known, current, queued, rollback, gates }: StageFacts,
): PipelineStage {
  const here = row?.history[0];
  const verification = row?.verification;
  return {
    name: stage.name,
    edges: stage.requestedFreight.flatMap(edgesOf),
    autoPromotion,
    inputs: stage.inputs,
    controlFlow: stage.promotionTemplate === undefined,
    targets: stage.targets,
    target: stage.target && {
      stage: stage.target.stage,
      name: stage.target.name,
    },
    health: healthOf(row, current),
    here: Object.values(here?.items ?? {}).map(
      (item): FreightSummary =>
        toFreightSummary({ ...item, ...known.get(item.name) }),
    ),
    since: here?.since,
    promotedBy: here?.promotion,
    verification: verification && {
      id: verification.id || undefined,
      phase: verification.phase,
      startedAt: verification.startedAt,
      finishedAt: verification.finishedAt,
      message: verification.message,
      whyNotAgain: whyNotVerifyAgain(stage.name, row),
      whyNotStop: whyNotStopVerification(stage.name, row),
    },
    holds: Object.entries(row?.holds ?? {}).map(
      ([origin, hold]): StageHold => ({ origin, ...hold }),
    ),
    current,
    queued,
    gates: gates.map(toGateVerdict),
    queue: queueText(stage.queue),
    last: row?.lastPromotion,
    ...rollback,
  };
}

function edgesOf({ origin, sources }: FreightRequest): PipelineStage['edges'] {
  const { requiredSoakMs } = sources;
  const direct = sources.direct
    ? [
        {
          from: origin.name,
          kind: 'warehouse' as const,
          origin: originKey(origin),
          requiredSoakMs: 0,
        },
      ]
    : [];
  const upstream = sources.stages.map(from => ({
    from,
    kind: 'stage' as const,
    origin: originKey(origin),
    requiredSoakMs,
  }));
  return [...direct, ...upstream];
}

function healthOf(
  row: StageRow | undefined,
  current: Promotion | undefined,
): PipelineStage['health'] {
  if (current?.phase === 'Running') return 'promoting';
  const here = row?.history[0];
  if (!here) return 'empty';
  const { verification } = row;
  if (verification?.collection !== here.id) return 'unknown';
  if (!isVerificationTerminal(verification.phase)) return 'verifying';
  if (verification.phase === 'Successful') return 'healthy';
  return verification.phase === 'Failed' || verification.phase === 'Error'
    ? 'unhealthy'
    : 'unknown';
}

function queueText(queue: QueuePolicy | undefined): string {
  switch (queue?.kind) {
    case 'newest':
      return 'Only the newest of what waits goes.';
    case 'inOrder':
      return 'What waits goes one after the other.';
    case 'batch':
      return `The newest of what waits goes every ${formatDuration(
        queue.everyMs,
      )}.`;
    default:
      return 'What a policy wants gives way to what is newer; what people ask for goes in order, and after a closed window or a lock only the newest.';
  }
}
