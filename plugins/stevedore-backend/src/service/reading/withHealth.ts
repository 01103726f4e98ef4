import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { withChecks } from '../../mappers/health';
import { ServiceDeps } from '../ServiceDeps';

/** How every stage is doing now, where that is watched. */
export async function withHealth<
  T extends Pick<Pipeline, 'project' | 'stages'>,
>({ engine }: Pick<ServiceDeps, 'engine'>, pipeline: T): Promise<T> {
  const { project } = pipeline;
  const stages = await Promise.all(
    pipeline.stages.map(async stage =>
      // while something is promoted there, its health is not counted (kargo.md 4.6)
      stage.health === 'promoting'
        ? stage
        : withChecks(
            stage,
            await engine.health({ project, stage: stage.name }),
          ),
    ),
  );
  return { ...pipeline, stages };
}
