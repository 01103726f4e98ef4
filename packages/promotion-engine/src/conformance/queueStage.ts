import {
  autoPromotionCandidate,
  autoPromotionObstacle,
  staleHolds,
} from '../decide/autoPromotion';
import { nextPromotion } from '../decide/comparePromotions';
import { foldEntry } from '../decide/fold/foldEntry';
import { RowSet } from '../decide/fold/rowSet';
import { GateInput } from '../decide/evaluateGates';
import { queueGate } from '../kinds/gates/queue';
import { verificationGate } from '../kinds/gates/verification';
import { originKey } from '../model/artifacts';
import { Stage } from '../model/definition';
import { isTerminal, PromotionPhase } from '../model/promotion';
import { PromotionRow, rowKey, StageRow } from '../model/rows';
import { VerificationPhase } from '../model/verification';
import {
  freightRowOf,
  freightStageRowsOf,
  KargoFreight,
  KargoStage,
  stageOf,
} from './kargoObjects';

interface KargoPromotion {
  metadata: {
    name: string;
    creationTimestamp?: string;
    annotations?: Record<string, string>;
  };
  spec: { freight: string };
  status?: {
    phase?: string;
    freight?: PromotionRow['freight'];
    freightCollection?: PromotionRow['collection'];
  };
}

interface TargetInput {
  stage: KargoStage;
  freight?: KargoFreight[] | null;
  promotions?: KargoPromotion[];
  enabled: boolean;
  now: string;
}

const AT = '2026-01-01T00:00:00Z';

/** Which freight a policy would promote, and which it does promote. */
export function autoPromotionTarget(input: TargetInput) {
  const { stage: kargoStage, promotions = [] } = input;
  const freight = input.freight ?? [];
  const stage = stageOf(kargoStage);
  const status = kargoStage.status ?? {};
  const stageRow: StageRow = {
    ...emptyRow(stage),
    history: historyOf(kargoStage),
    holds: status.effectiveAutoPromotionHolds ?? {},
    ...(status.lastPromotion
      ? { lastPromotion: lastPromotion(status.lastPromotion.name, 'Succeeded') }
      : {}),
  };
  const rows = promotions.map(one => promotionRow(stage, one));
  const candidates: Record<string, string> = {};
  const promoted: string[] = [];
  for (const request of stage.requestedFreight) {
    const candidate = autoPromotionCandidate(stage, request, {
      freight: freight.map(freightRowOf),
      rows: freight.flatMap(freightStageRowsOf),
      now: Date.parse(input.now),
    });
    if (!candidate) continue;
    candidates[originKey(request.origin)] = candidate.name;
    const mine = rows.filter(row => row.freight.name === candidate.name);
    const open = mine.filter(row => !isTerminal(row.phase));
    if (status.currentPromotion?.freight?.name === candidate.name)
      open.push({ ...promotionRow(stage, CURRENT), freight: candidate });
    const newestTerminal = mine
      .filter(row => isTerminal(row.phase))
      .sort(latestFirst)[0];
    const facts = { stageRow, open, newestTerminal };
    if (input.enabled && !autoPromotionObstacle(candidate, facts))
      promoted.push(candidate.name);
  }
  return { candidates, promoted };
}

const CURRENT: KargoPromotion = {
  metadata: { name: '' },
  spec: { freight: '' },
};

function latestFirst(one: PromotionRow, other: PromotionRow): number {
  const key = ({ requestedAt, name }: PromotionRow) => `${requestedAt} ${name}`;
  return key(one) < key(other) ? 1 : -1;
}

interface SyncInput {
  stage: KargoStage;
  promotions?: KargoPromotion[];
  enabled: boolean;
}

/**
 * One look of Kargo's at the promotions of a stage. Kargo notices an end when it looks; for us an end is an entry of the
 * ledger, so what Kargo would notice is folded, and the gates of the queue and of what is there say who is next.
 */
export function sync({
  stage: kargoStage,
  promotions = [],
  enabled,
}: SyncInput) {
  const stage = stageOf(kargoStage);
  const status = kargoStage.status ?? {};
  const rows = new RowSet();
  const before = stageRowOf(stage, kargoStage);
  rows.load(rowKey.stage(stage.name), before);
  const all = promotions.map(one => promotionRow(stage, one));
  const ended = noticed(all, status);
  for (const promotion of ended) {
    rows.load(rowKey.promotion(promotion.name), promotion);
    foldEntry(rows, 'shop', finishedEntry(stage, promotion));
  }
  const row = rows.get(rowKey.stage(stage.name))!;
  const stale = staleHolds(stage, row.holds, enabled);
  const next = nextPromotion(all);
  return {
    current: ended.length === 0 && next ? begun(stage, row, next) : null,
    currentFreight: Object.fromEntries(
      Object.entries(row.history[0]?.items ?? {}).map(([origin, { name }]) => [
        origin,
        name,
      ]),
    ),
    hasNonTerminal: all.some(({ phase }) => !isTerminal(phase)),
    holds: Object.keys(row.holds).filter(origin => !stale.includes(origin)),
    last: ended[ended.length - 1]?.name ?? status.lastPromotion?.name ?? null,
  };
}

/** Ends are noticed once the promotion that was known to run has ended; then all that came since the last one. */
function noticed(
  all: PromotionRow[],
  status: NonNullable<KargoStage['status']>,
): PromotionRow[] {
  const current = all.find(
    ({ name }) => name === status.currentPromotion?.name,
  );
  if (!current || !isTerminal(current.phase)) return [];
  return all
    .filter(
      ({ name, phase }) =>
        isTerminal(phase) && name > (status.lastPromotion?.name ?? ''),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function begun(
  stage: Stage,
  stageRow: StageRow,
  promotion: PromotionRow,
): string | null {
  if (stageRow.currentPromotion === promotion.name) return promotion.name;
  const input: GateInput = {
    project: {
      name: 'shop',
      warehouses: [],
      stages: [stage],
      promotionPolicies: [],
      analysisTemplates: [],
      tasks: [],
    },
    stage,
    freight: promotion.freight,
    stageRow: { ...stageRow, currentPromotion: undefined },
    promotion,
    approvals: [],
    owners: [],
    ahead: [],
  };
  const goes = [verificationGate, queueGate].every(
    gate => gate.evaluate(input, 0).status === 'pass',
  );
  return goes ? promotion.name : null;
}

/** Health that is known and not good stands for a last promotion after which nothing is verified. */
function stageRowOf(stage: Stage, { status = {} }: KargoStage): StageRow {
  const history = historyOf({ status });
  const verification = status.freightHistory?.[0]?.verificationHistory?.[0];
  const health = status.health?.status;
  return {
    ...emptyRow(stage),
    history,
    holds: status.autoPromotionHolds ?? {},
    currentPromotion: status.currentPromotion?.name,
    lastPromotion: lastPromotion(
      status.lastPromotion?.name ?? '',
      health === undefined || health === 'Healthy' ? 'Succeeded' : 'Failed',
    ),
    ...(verification
      ? {
          verification: {
            id: verification.id,
            collection: history[0].id,
            phase: (verification.phase || 'Pending') as VerificationPhase,
            startedAt: AT,
            actor: '',
          },
        }
      : {}),
  };
}

function historyOf({
  status,
}: Pick<KargoStage, 'status'>): StageRow['history'] {
  return (status?.freightHistory ?? []).map(({ id = '', items = {} }) => ({
    id,
    items: items as StageRow['history'][number]['items'],
    since: AT,
    promotion: '',
  }));
}

function emptyRow(stage: Stage): StageRow {
  return {
    project: 'shop',
    stage: stage.name,
    history: [],
    holds: {},
    version: 1,
  };
}

function lastPromotion(
  name: string,
  phase: PromotionPhase,
): NonNullable<StageRow['lastPromotion']> {
  return { name, freight: '', phase, finishedAt: AT };
}

const HOLD = 'kargo.akuity.io/auto-promotion-hold';
const RESUME = 'kargo.akuity.io/auto-promotion-resume';

function promotionRow(
  stage: Stage,
  { metadata, spec, status = {} }: KargoPromotion,
): PromotionRow {
  const { name, annotations = {}, creationTimestamp = AT } = metadata;
  const intent = annotations[HOLD] ? 'hold' : 'resume';
  const origin = annotations[HOLD] ?? annotations[RESUME];
  const [, warehouse = 'main'] = (origin ?? '').split('/');
  const phase = status.phase || 'Pending';
  const freight = status.freight ?? {
    name: spec.freight,
    origin: { kind: 'Warehouse' as const, name: warehouse },
    commits: [],
    images: [],
    charts: [],
    artifacts: [],
  };
  return {
    project: 'shop',
    name,
    stage: stage.name,
    freight: origin
      ? { ...freight, origin: { kind: 'Warehouse', name: warehouse } }
      : freight,
    collection: status.freightCollection ?? { id: '', items: {} },
    steps: [],
    vars: [],
    pins: { now: AT, seed: '', inputs: {} },
    automatic: false,
    ...(origin ? { intent } : {}),
    approvals: [],
    effects: [],
    requester: '',
    requestedAt: creationTimestamp,
    // an unknown phase may be one that is still going on
    phase: phase as PromotionPhase,
    startedAt: AT,
    currentStep: 0,
    version: 1,
  };
}

function finishedEntry(
  stage: Stage,
  { name, phase, collection }: PromotionRow,
) {
  const succeeded = phase === 'Succeeded';
  return {
    verb: 'promotion.finished' as const,
    at: AT,
    actor: '',
    subject: `promotion:${name}`,
    data: {
      promotion: name,
      stage: stage.name,
      phase,
      message: '',
      freight: succeeded
        ? Object.values(collection.items).map(item => item.name)
        : [],
    },
  };
}
