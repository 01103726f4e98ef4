import { stageAvailability } from '../../../decide/availabilityFacts';
import { Gate } from '../../../decide/evaluateGates';

/** Verified and soaked upstream, or waived (Kargo 3.4). */
export const availabilityGate: Gate = {
  id: 'availability',
  moments: ['request', 'start', 'effect'],
  evaluate({ stage, freight, freightStages }, now) {
    if (!freightStages) {
      return {
        status: 'unknown',
        sentence: 'where this freight was verified could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    }
    const answer = stageAvailability(stage, freight, {
      rows: freightStages,
      now,
    });
    const { available, reason, soakRemainingMs, missing } = answer;
    if (available)
      return { status: 'pass', sentence: reason, evidence: {}, clearedBy: [] };
    const clearsAt =
      soakRemainingMs === undefined
        ? undefined
        : new Date(now + soakRemainingMs).toISOString();
    return {
      status: clearsAt ? 'waiting' : 'blocked',
      sentence: reason,
      evidence: { missing },
      clearedBy: clearsAt ? ['time'] : missing.map(name => `stage ${name}`),
      clearsAt,
    };
  },
};
