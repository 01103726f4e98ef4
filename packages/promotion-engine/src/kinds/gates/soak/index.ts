import { stageAvailability } from '../../../decide/availabilityFacts';
import { Gate, GateInput } from '../../../decide/evaluateGates';
import { originKey } from '../../../model/artifacts';
import { formatDuration } from '../../../model/duration';
import { goesBack } from '../_shared/goesBack';
import { withoutSoak } from '../_shared/withoutSoak';

/** Long enough upstream (Kargo: requiredSoakTime), or waived. */
export const soakGate: Gate = {
  id: 'soak',
  moments: ['request', 'start', 'effect'],
  evaluate(input, now) {
    const { stage, freight, freightStages: rows } = input;
    const required = requiredSoak(input);
    if (required === 0) return pass('needs no soak');
    if (!rows)
      return {
        status: 'unknown',
        sentence: 'how long this freight has soaked could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    const back = goesBack(input);
    if (back) return pass(back);
    const soaked = stageAvailability(stage, freight, { rows, now });
    if (soaked.available) return pass(soaked.reason);
    const verified = stageAvailability(withoutSoak(stage), freight, {
      rows,
      now,
    }).available;
    const { reason, missing, soakRemainingMs } = soaked;
    if (!verified)
      return {
        status: 'waiting',
        sentence: `soaks for ${formatDuration(
          required,
        )} once it is verified upstream`,
        evidence: { requiredMs: required },
        clearedBy: missing.map(name => `stage ${name}`),
      };
    return soakRemainingMs === undefined
      ? {
          status: 'blocked',
          sentence: reason,
          evidence: { requiredMs: required, missing },
          clearedBy: [
            'whoever may waive it',
            ...missing.map(at => `stage ${at}`),
          ],
        }
      : {
          status: 'waiting',
          sentence: reason,
          evidence: { requiredMs: required, remainingMs: soakRemainingMs },
          clearedBy: ['time'],
          clearsAt: new Date(now + soakRemainingMs).toISOString(),
        };
  },
};

function requiredSoak({ stage, freight }: GateInput): number {
  const key = originKey(freight.origin);
  const request = stage.requestedFreight.find(
    each => originKey(each.origin) === key,
  );
  return request?.sources.requiredSoakMs ?? 0;
}

const pass = (sentence: string) => ({
  status: 'pass' as const,
  sentence,
  evidence: {},
  clearedBy: [],
});
