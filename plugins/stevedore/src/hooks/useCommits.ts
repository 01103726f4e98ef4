import {
  CommitsAnswer,
  FreightChange,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, ReadOptions, useRead } from './useRead';

export interface Ends {
  /** Name or alias; absent: what the warehouse found before. */
  from?: string;
  /** Name or alias of freight. */
  to: string;
}

/** The commits between two freight; they never change, so they are read once. */
export function useCommits(
  project: string,
  { from, to }: Ends,
  { enabled }: Pick<ReadOptions, 'enabled'> = {},
): Read<CommitsAnswer> {
  return useRead(
    readKeys.once('commits', project, from, to),
    (api, signal) => api.getCommits({ project, from, to }, { signal }),
    { enabled, live: false },
  );
}

/** Those that a promotion brings, or takes out again; nothing is read where there is nothing to compare with. */
export function useCommitsOf(
  project: string,
  change: FreightChange | undefined,
): Read<CommitsAnswer> | undefined {
  const from = change?.from[0]?.name;
  const to = change?.freight.name;
  const enabled = Boolean(from && to && change?.direction !== 'same');
  const read = useCommits(project, { from, to: to ?? '' }, { enabled });
  return enabled ? read : undefined;
}
