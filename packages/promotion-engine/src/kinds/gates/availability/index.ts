import { stageAvailability } from '../../../decide/availabilityFacts';
import { Gate } from '../../../decide/evaluateGates';
import { goesBack } from '../_shared/goesBack';
import { withoutSoak } from '../_shared/withoutSoak';

/** Verified upstream, taken directly, or waived (Kargo 3.4); how long it was there is the gate of soak. */
export const availabilityGate: Gate = {
  id: 'availability',
  moments: ['request', 'start', 'effect'],
  evaluate(input, now) {
    const { stage, freight, freightStages } = input;
    if (!freightStages) {
      return {
        status: 'unknown',
        sentence: 'where this freight was verified could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    }
    const back = goesBack(input);
    if (back)
      return { status: 'pass', sentence: back, evidence: {}, clearedBy: [] };
    const { available, reason, missing } = stageAvailability(
      withoutSoak(stage),
      freight,
      { rows: freightStages, now },
    );
    return {
      status: available ? 'pass' : 'blocked',
      sentence: reason,
      evidence: available ? {} : { missing },
      clearedBy: available ? [] : missing.map(name => `stage ${name}`),
    };
  },
};
