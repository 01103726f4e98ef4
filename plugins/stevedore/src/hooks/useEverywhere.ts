import { useApi } from '@backstage/frontend-plugin-api';
import {
  PipelineOverview,
  StevedoreApi,
  Waiting,
} from '@stevedore/plugin-stevedore-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { Failure, failureOf } from '../lib/read/failure';
import { readKeys } from './readKeys';
import { usePollInterval } from './usePollInterval';

/** A list that comes in pages. */
export interface Paged<T> {
  pages: T[];
  more: boolean;
  loading: boolean;
  loadingMore: boolean;
  failure?: Failure;
  loadMore: () => void;
  reload: () => void;
}

/** Which components. */
export interface EverywhereFilter {
  search?: string;
  mine?: boolean;
  waiting?: boolean;
}

/** What runs where, the longest waiting first. */
export function usePipelines(
  filter: EverywhereFilter,
): Paged<{ items: PipelineOverview[] }> {
  return usePaged(['pipelines', filter], (api, after, signal) =>
    api.listPipelines({ ...filter, after }, { signal }),
  );
}

/** What waits for the reader, in every component. */
export function useWaiting(): Paged<Waiting> {
  return usePaged(['waiting'], (api, after, signal) =>
    api.getWaiting({ after }, { signal }),
  );
}

function usePaged<T extends { next?: string }>(
  key: readonly unknown[],
  read: (
    api: StevedoreApi,
    after: string | undefined,
    signal: AbortSignal,
  ) => Promise<T>,
): Paged<T> {
  const api = useApi(stevedoreApiRef);
  const poll = usePollInterval();
  const query = useInfiniteQuery({
    queryKey: readKeys.everywhere(...key),
    queryFn: ({ pageParam, signal }) => read(api, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
    refetchInterval: poll,
  });
  return {
    pages: query.data?.pages ?? [],
    more: query.hasNextPage,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    failure: query.error ? failureOf(query.error) : undefined,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
