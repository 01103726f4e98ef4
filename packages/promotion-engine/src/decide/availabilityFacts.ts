import { FreightReference } from '../model/freight';
import { FreightStageRow } from '../model/rows';
import { originKey } from '../model/artifacts';
import { Stage } from '../model/definition';
import { Availability, isAvailable, StageFacts } from './freightAvailability';

/** The one availability rule, asked with rows: gates, auto-promotion and lists use no other. */
export function stageAvailability(
  stage: Stage,
  freight: FreightReference,
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
