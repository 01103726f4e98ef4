import { originKey } from '../model/artifacts';
import { FreightRequest, Stage } from '../model/definition';
import {
  FreightRow,
  FreightStageRow,
  Hold,
  PromotionRow,
  StageRow,
} from '../model/rows';
import { stageAvailability } from './availabilityFacts';

export interface Candidates {
  /** Newest first. */
  freight: FreightRow[];
  rows: FreightStageRow[];
  /** What the single upstream holds, for MatchUpstream. */
  upstream: StageRow[];
}

/** The freight that a policy would promote now: the newest available one, or what is upstream (Kargo 4.4). */
export function autoPromotionCandidate(
  stage: Stage,
  request: FreightRequest,
  facts: Candidates & { now: number },
): FreightRow | undefined {
  const origin = originKey(request.origin);
  const ofOrigin = facts.freight.filter(
    freight => originKey(freight.origin) === origin,
  );
  const available = ofOrigin.filter(
    freight =>
      stageAvailability(stage, freight, { rows: facts.rows, now: facts.now })
        .available,
  );
  if (request.sources.selectionPolicy === 'NewestFreight') return available[0];
  const held = facts.upstream.map(row => row.history[0]?.items[origin]?.name);
  return available.find(freight => held.includes(freight.name));
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
      const { name, requester, requestedAt, freight } = promotion;
      holds[origin] = {
        freight: freight.name,
        promotion: name,
        actor: requester,
        at: requestedAt,
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
  },
): string | undefined {
  const origin = originKey(candidate.origin);
  const { stageRow, open, newestTerminal } = facts;
  if (effectiveHolds(stageRow, open)[origin])
    return 'auto-promotion is on hold';
  if (stageRow?.history[0]?.items[origin]?.name === candidate.name)
    return 'it is there';
  if (open.some(promotion => promotion.freight.name === candidate.name))
    return 'it is on its way';
  if (
    newestTerminal &&
    newestTerminal.phase !== 'Succeeded' &&
    newestTerminal.phase !== 'Superseded'
  )
    return 'its last promotion did not succeed';
  return undefined;
}
