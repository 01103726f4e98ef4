import { originKey } from '../model/artifacts';
import { FreightRequest, Stage } from '../model/definition';
import {
  FreightRow,
  FreightStageRow,
  Hold,
  PromotionRow,
  StageRow,
} from '../model/rows';
import { compareBytes } from '../model/text';
import { stageAvailability } from './availabilityFacts';

export interface Candidates {
  freight: FreightRow[];
  rows: FreightStageRow[];
}

/**
 * The freight that a policy would promote now: the newest available one that is not quarantined, or the one that is upstream; two that are
 * upstream at once decide nothing (Kargo 4.4).
 */
export function autoPromotionCandidate(
  stage: Stage,
  request: FreightRequest,
  facts: Candidates & { now: number },
): FreightRow | undefined {
  const origin = originKey(request.origin);
  const available = facts.freight
    .filter(
      freight =>
        originKey(freight.origin) === origin &&
        !freight.quarantine &&
        stageAvailability(stage, freight, { rows: facts.rows, now: facts.now })
          .available,
    )
    .sort(newestFirst);
  if (request.sources.selectionPolicy === 'NewestFreight') return available[0];
  const upstream = available.filter(freight =>
    facts.rows.some(
      row =>
        row.freight === freight.name &&
        row.stage === request.sources.stages[0] &&
        row.since !== undefined,
    ),
  );
  return upstream.length === 1 ? upstream[0] : undefined;
}

/** The later discovered first; of two at one moment the one with the greater name. */
function newestFirst(one: FreightRow, other: FreightRow): number {
  const byTime = Date.parse(other.discoveredAt) - Date.parse(one.discoveredAt);
  return byTime === 0 ? compareBytes(other.name, one.name) : byTime;
}

/** Origins whose holds mean nothing any more: nothing is promoted by itself from them (Kargo 4.5). */
export function staleHolds(
  stage: Stage,
  holds: Record<string, Hold>,
  enabled: boolean,
): string[] {
  const counts = enabled && stage.promotionTemplate !== undefined;
  const requested = stage.requestedFreight.map(({ origin }) =>
    originKey(origin),
  );
  return Object.keys(holds).filter(
    origin => !counts || !requested.includes(origin),
  );
}

/** Holds that count now: what is durable, overlaid with the newest intent that is still in flight (Kargo 4.5). */
export function effectiveHolds(
  stageRow: StageRow | undefined,
  open: PromotionRow[],
): Record<string, Hold> {
  const holds = { ...stageRow?.holds };
  const byName = [...open].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const promotion of byName) {
    const origin = originKey(promotion.freight.origin);
    if (promotion.intent === 'resume') delete holds[origin];
    if (promotion.intent === 'hold') {
      const { name, requester, requestedAt, freight, rollback } = promotion;
      holds[origin] = {
        freight: freight.name,
        promotion: name,
        actor: requester,
        at: requestedAt,
        ...(rollback && { reason: promotion.reason }),
      };
    }
  }
  return holds;
}

/** Why a policy does not promote its candidate now; undefined: it does. */
export function autoPromotionObstacle(
  candidate: FreightRow,
  facts: {
    stageRow?: StageRow;
    open: PromotionRow[];
    newestTerminal?: PromotionRow;
    /** What the stage holds of that origin, where a policy wants the newest there. */
    here?: FreightRow;
  },
): string | undefined {
  const origin = originKey(candidate.origin);
  const { stageRow, open, newestTerminal, here } = facts;
  if (effectiveHolds(stageRow, open)[origin])
    return 'auto-promotion is on hold';
  if (stageRow?.history[0]?.items[origin]?.name === candidate.name)
    return 'it is there';
  if (here?.quarantine && newestFirst(here, candidate) < 0)
    return 'what is there is quarantined, and only a person goes back';
  if (open.some(promotion => promotion.freight.name === candidate.name))
    return 'it is on its way';
  if (
    newestTerminal &&
    newestTerminal.phase !== 'Succeeded' &&
    newestTerminal.phase !== 'Superseded'
  )
    return 'its last promotion did not succeed';
  if (
    newestTerminal?.phase === 'Succeeded' &&
    newestTerminal.name > (stageRow?.lastPromotion?.name ?? '')
  )
    return 'its last promotion is not yet recorded at the stage';
  return undefined;
}
