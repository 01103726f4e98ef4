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
  isVerificationTerminal,
  originKey,
  Problem,
  Stage,
  StageRow,
  Warehouse,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from './freight';
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
    watches: warehouse.subscriptions.map(({ image }) =>
      [publicUrl(image.repoURL), image.constraint].filter(Boolean).join(' '),
    ),
    checkedAt: discovery?.at,
    error:
      discovery?.error === undefined ? undefined : publicUrl(discovery.error),
  };
}

export interface StageFacts {
  row?: StageRow;
  autoPromotion: boolean;
  aliases: ReadonlyMap<string, string>;
  current?: Promotion;
  queued: number;
}

export function toStage(
  stage: Stage,
  { row, autoPromotion, aliases, current, queued }: StageFacts,
): PipelineStage {
  const here = row?.history[0];
  const verification = row?.verification;
  return {
    name: stage.name,
    edges: stage.requestedFreight.flatMap(edgesOf),
    autoPromotion,
    controlFlow: stage.promotionTemplate === undefined,
    health: healthOf(row, current),
    here: Object.values(here?.items ?? {}).map(
      (item): FreightSummary =>
        toFreightSummary({ ...item, alias: aliases.get(item.name) }),
    ),
    since: here?.since,
    promotedBy: here?.promotion,
    verification: verification && {
      id: verification.id || undefined,
      phase: verification.phase,
      startedAt: verification.startedAt,
      finishedAt: verification.finishedAt,
      message: verification.message,
    },
    holds: Object.entries(row?.holds ?? {}).map(
      ([origin, hold]): StageHold => ({ origin, ...hold }),
    ),
    current,
    queued,
    last: row?.lastPromotion,
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
