import { useApi } from '@backstage/frontend-plugin-api';
import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { Failure, failureOf } from '../lib/read/failure';
import { readKeys } from './readKeys';

/** Entries in one request. */
const PAGE = 50;

export interface History {
  entries: HistoryEntry[];
  more: boolean;
  loading: boolean;
  loadingMore: boolean;
  failure?: Failure;
  loadMore: () => void;
  reload: () => void;
}

/** Decisions, newest first. @param stage only those about it */
export function useHistory(project: string, stage?: string): History {
  const api = useApi(stevedoreApiRef);
  const query = useInfiniteQuery({
    queryKey: readKeys.inProject(project, 'history', stage),
    queryFn: ({ pageParam, signal }) =>
      api.getHistory(
        {
          project,
          stage,
          level: 'decisions',
          before: pageParam,
          limit: PAGE,
        },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next,
  });
  return {
    entries: query.data?.pages.flatMap(page => page.items) ?? [],
    more: query.hasNextPage,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    failure: query.error ? failureOf(query.error) : undefined,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
