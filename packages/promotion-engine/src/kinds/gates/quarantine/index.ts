import { Gate } from '../../../decide/evaluateGates';
import { quarantineSentence } from '../../../decide/quarantine';

/** Freight that somebody found to be bad enters no stage, whatever verified, waived or approved it. */
export const quarantineGate: Gate = {
  id: 'quarantine',
  moments: ['request', 'start', 'effect'],
  evaluate({ freightRow }) {
    if (!freightRow) {
      return {
        status: 'unknown',
        sentence: 'whether this freight is quarantined could not be read',
        evidence: {},
        clearedBy: ['time'],
      };
    }
    const { quarantine } = freightRow;
    if (!quarantine)
      return {
        status: 'pass',
        sentence: 'this freight is not quarantined',
        evidence: {},
        clearedBy: [],
      };
    return {
      status: 'blocked',
      sentence: quarantineSentence(quarantine),
      evidence: { ...quarantine },
      clearedBy: ['whoever may lift quarantines'],
    };
  },
};
