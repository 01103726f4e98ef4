import { Gate } from '../../../decide/evaluateGates';
import { originKey } from '../../../model/artifacts';

/** The stage must ask for freight of this warehouse (Kargo: requestedFreight[].origin). */
export const originGate: Gate = {
  id: 'origin',
  stateless: true,
  moments: ['request', 'start', 'effect'],
  evaluate({ stage, freight }) {
    const key = originKey(freight.origin);
    const wanted = stage.requestedFreight.map(request =>
      originKey(request.origin),
    );
    const known = wanted.includes(key);
    return {
      status: known ? 'pass' : 'blocked',
      sentence: known
        ? `${stage.name} takes freight of ${key}`
        : `${stage.name} takes freight of ${wanted.join(', ')}, not of ${key}`,
      evidence: { origin: key, wanted },
      clearedBy: known ? [] : ['author of the pipeline'],
    };
  },
};
