import { RolloutList } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/** Progressive deliveries of a stage in its clusters. */
export function useRollouts(project: string, stage: string): Read<RolloutList> {
  return useRead(
    readKeys.inProject(project, 'rollouts', stage),
    (api, signal) => api.rollouts.getRollouts({ project, stage }, { signal }),
  );
}
