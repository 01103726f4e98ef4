import { useApi } from '@backstage/frontend-plugin-api';
import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { joinPages } from '../lib/grid/gridRows';
import { Failure, failureOf } from '../lib/read/failure';
import { readKeys } from './readKeys';
import { useRead } from './useRead';

/** Freight in one request, after those that the pipeline brings. */
const PAGE = 50;

export interface FreightFilter {
  search?: string;
  warehouse?: string;
  notIn?: string;
}

export interface FreightList {
  items: FreightItem[];
  hasMore: boolean;
  loadMore: () => void;
  loading: boolean;
  loadingMore: boolean;
  failure?: Failure;
  reload: () => void;
}

/**
 * Freight, newest first. Without a filter the first page is the pipeline's, and nothing
 * is read until somebody wants more.
 */
export function useFreight(
  { project, freight: first }: Pipeline,
  filter: FreightFilter,
): FreightList {
  const api = useApi(stevedoreApiRef);
  const filtered = Object.values(filter).some(Boolean);
  const [start, setStart] = useState<Start>();
  const after = filtered ? undefined : start?.cursor;
  const query = useInfiniteQuery({
    queryKey: readKeys.inProject(project, 'freight', filter, after),
    queryFn: ({ pageParam, signal }) =>
      api.listFreight(
        { project, ...filter, after: pageParam, limit: PAGE },
        { signal },
      ),
    initialPageParam: after,
    getNextPageParam: page => page.next,
    placeholderData: filtered ? keepPreviousData : undefined,
    enabled: filtered || after !== undefined,
  });
  const between = useBetween(project, first, filtered ? undefined : start);
  const pages = query.data?.pages.map(page => page.items) ?? [];
  const untouched = !filtered && !start;
  return {
    items: joinPages(filtered ? pages : [first.items, between, ...pages]),
    hasMore: untouched ? first.next !== undefined : query.hasNextPage,
    loadMore: () => {
      if (untouched) setStart(first.next ? startOf(first) : undefined);
      else if (!query.isFetching) void query.fetchNextPage();
    },
    loading: filtered && query.isPending,
    loadingMore:
      query.isFetchingNextPage || (start !== undefined && query.isLoading),
    failure: query.error ? failureOf(query.error) : undefined,
    reload: () => void query.refetch(),
  };
}

/** Where the pages behind the first one begin; new freight does not move it. */
interface Start {
  cursor?: string;
  names: string[];
}

function startOf(first: Pipeline['freight']): Start {
  return { cursor: first.next, names: first.items.map(item => item.name) };
}

/** What new freight has pushed out of the first page since. */
function useBetween(
  project: string,
  first: Pipeline['freight'],
  start?: Start,
): FreightItem[] {
  const shown = new Set(first.items.map(item => item.name));
  const pushed = start?.names.filter(name => !shown.has(name)).length ?? 0;
  const { data } = useRead(
    readKeys.inProject(project, 'freight-between', first.next, pushed),
    (api, signal) =>
      api.listFreight(
        { project, after: first.next, limit: pushed },
        { signal },
      ),
    { enabled: pushed > 0 },
  );
  return pushed > 0 ? data?.items ?? [] : [];
}
