import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { pipelineOrder } from './pipelineOrder';

/**
 * Stages that freight of one origin may go on to from a stage, at whatever distance, in the order of the pipeline.
 *
 * @param name of the stage
 */
export function stagesAfter(
  stages: readonly PipelineStage[],
  name: string,
  origin: string,
): PipelineStage[] {
  const reached = new Set([name]);
  return pipelineOrder(stages).filter(stage => {
    const fed = stage.edges.some(
      edge =>
        edge.kind === 'stage' &&
        (edge.origin ?? origin) === origin &&
        reached.has(edge.from),
    );
    if (fed) reached.add(stage.name);
    return fed;
  });
}
