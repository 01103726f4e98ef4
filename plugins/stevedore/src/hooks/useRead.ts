import { useApi } from '@backstage/frontend-plugin-api';
import { StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { useQuery } from '@tanstack/react-query';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { Failure, failureOf } from '../lib/read/failure';
import { usePollInterval } from './usePollInterval';

/** What was read. `data` stays while it is read again, also when that fails. */
export interface Read<T> {
  data?: T;
  loading: boolean;
  failure?: Failure;
  reload: () => void;
}

export interface ReadOptions {
  /** Not read until true. */
  enabled?: boolean;
  /** False: never read again by itself (a plan, an ended promotion). */
  live?: boolean;
}

/**
 * Reads from the backend, and again whenever the project changes.
 * @param key from `readKeys`; everything that the answer depends on
 */
export function useRead<T>(
  key: readonly unknown[],
  read: (api: StevedoreApi, signal: AbortSignal) => Promise<T>,
  { enabled = true, live = true }: ReadOptions = {},
): Read<T> {
  const api = useApi(stevedoreApiRef);
  const poll = usePollInterval();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read(api, signal),
    enabled,
    refetchInterval: live ? poll : false,
    staleTime: live ? undefined : Infinity,
  });
  return {
    data: query.data,
    loading: query.isPending && enabled,
    failure: query.error ? failureOf(query.error) : undefined,
    reload: () => void query.refetch(),
  };
}
