import { Stage } from '../../../model/definition';

/** The stage as if freight needed no time upstream. */
export function withoutSoak(stage: Stage): Stage {
  return {
    ...stage,
    requestedFreight: stage.requestedFreight.map(request => ({
      ...request,
      sources: { ...request.sources, requiredSoakMs: 0 },
    })),
  };
}
