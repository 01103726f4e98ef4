import { DriftReport } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, ReadOptions, useRead } from './useRead';

/** What was promoted, what Git says now and what runs, of every stage: one read for all who show it. */
export function useDrift(
  project: string,
  { enabled }: Pick<ReadOptions, 'enabled'> = {},
): Read<DriftReport> {
  return useRead(
    readKeys.inProject(project, 'drift'),
    (api, signal) => api.getDrift({ project }, { signal }),
    { enabled },
  );
}
