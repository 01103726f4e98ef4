import { Gate } from '../../../decide/evaluateGates';

/** A paused project starts nothing; a stage without steps holds nothing. */
export const definitionGate: Gate = {
  id: 'definition',
  stateless: true,
  about: 'stage',
  moments: ['request', 'start'],
  evaluate({ stage, paused }) {
    if (paused) {
      return {
        status: 'waiting',
        sentence: `the pipeline is paused: ${paused}`,
        evidence: {},
        clearedBy: ['owner of the component'],
      };
    }
    if (!stage.promotionTemplate) {
      return {
        status: 'blocked',
        sentence: stage.targets
          ? `${stage.name} is promoted by its targets: ${stage.targets.join(
              ', ',
            )}`
          : `${stage.name} has no steps: it only passes freight on`,
        evidence: {},
        clearedBy: ['author of the pipeline'],
      };
    }
    return {
      status: 'pass',
      sentence: 'the pipeline is running',
      evidence: {},
      clearedBy: [],
    };
  },
};
