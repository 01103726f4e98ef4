import { FreightReference } from '../model/freight';
import { FreightRow, FreightStageRow } from '../model/rows';
import { originKey } from '../model/artifacts';
import { Stage } from '../model/definition';
import { Availability, isAvailable, StageFacts } from './freightAvailability';
import { quarantineSentence } from './quarantine';

/** The one availability rule, asked with rows: gates, auto-promotion and lists use no other. */
export function stageAvailability(
  stage: Stage,
  freight: Pick<FreightReference, 'name' | 'origin'>,
  at: { rows: FreightStageRow[]; now: number },
): Availability {
  const request = stage.requestedFreight.find(
    each => originKey(each.origin) === originKey(freight.origin),
  );
  if (!request) {
    return {
      available: false,
      missing: [],
      reason: `${stage.name} takes no freight of ${originKey(freight.origin)}`,
    };
  }
  const mine = at.rows.filter(row => row.freight === freight.name);
  const stages: Record<string, StageFacts> = {};
  for (const row of mine) {
    const sinceMs = row.since === undefined ? undefined : Date.parse(row.since);
    stages[row.stage] = {
      verified: row.verifiedAt !== undefined,
      sinceMs,
      longestSoakMs: row.longestSoakMs,
    };
  }
  const approvedForStage = mine.some(
    row => row.stage === stage.name && row.waived !== undefined,
  );
  return isAvailable(
    {
      request,
      stageName: stage.name,
      freight,
      facts: { approvedForStage, stages },
    },
    at.now,
  );
}

/**
 * Why nobody can let this freight past verification and soak into a stage; undefined: who has the permission can
 * (Kargo 3.5). A waiver opens the gate of availability and no other: it approves nothing.
 */
export function whyNotWaive(
  stage: Stage,
  freight: Pick<FreightRow, 'name' | 'origin' | 'quarantine'>,
  at: { rows: FreightStageRow[]; now: number },
): string | undefined {
  const key = originKey(freight.origin);
  if (!stage.requestedFreight.some(({ origin }) => originKey(origin) === key))
    return `${stage.name} takes no freight of ${key}`;
  if (freight.quarantine) return quarantineSentence(freight.quarantine);
  const waived = at.rows.find(
    row => row.freight === freight.name && row.stage === stage.name,
  )?.waived;
  if (waived)
    return `${waived.actor} let it past verification for ${stage.name} already: ${waived.reason}`;
  return stageAvailability(stage, freight, at).available
    ? `it needs no waiver: verification and soak do not keep it out of ${stage.name}`
    : undefined;
}
