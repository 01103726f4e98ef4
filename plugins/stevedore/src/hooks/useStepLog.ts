import { useApi } from '@backstage/frontend-plugin-api';
import { LogPage, StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { LogLine, ShownLog } from '../lib/log/logLines';
import { failureOf } from '../lib/read/failure';
import { readKeys } from './readKeys';
import { usePollInterval } from './usePollInterval';

/** Lines in one request. */
const PAGE = 500;

export interface LogOf {
  project: string;
  promotion: string;
  /** Alias of the step, or where the log has what a verification printed. */
  step: string;
}

interface Loaded {
  lines: LogLine[];
  /** Where it goes on. */
  after?: string;
  more: boolean;
}

/** The log of one step: each read asks only for what is new. @param follow read on while the step runs */
export function useStepLog(of: LogOf, follow: boolean): ShownLog {
  const api = useApi(stevedoreApiRef);
  const client = useQueryClient();
  const poll = usePollInterval();
  const { project, promotion, step } = of;
  const key = readKeys.inProject(project, 'log', promotion, step);
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      joined(
        client.getQueryData<Loaded>(key),
        await readPage(api, of, {
          after: client.getQueryData<Loaded>(key)?.after,
          signal,
        }),
      ),
    refetchInterval: follow ? poll : false,
  });
  const { data, isPending, isFetching } = query;
  return {
    lines: data?.lines ?? [],
    more: data?.more ?? false,
    loading: isPending,
    loadingMore: isFetching,
    failure: query.error ? failureOf(query.error) : undefined,
    loadMore: () => void query.refetch(),
    all: () => readAll(api, of),
  };
}

function readPage(
  api: StevedoreApi,
  { project, promotion, step }: LogOf,
  { after, signal }: { after?: string; signal?: AbortSignal },
): Promise<LogPage> {
  return api.getPromotionLogs(
    { project, name: promotion, step, after, limit: PAGE },
    { signal },
  );
}

function joined(before: Loaded | undefined, { items, next }: LogPage): Loaded {
  const last = items[items.length - 1]?.id;
  return {
    lines: [...(before?.lines ?? []), ...items],
    after: next ?? last ?? before?.after,
    more: next !== undefined,
  };
}

async function readAll(api: StevedoreApi, of: LogOf): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  let after: string | undefined;
  do {
    const page = await readPage(api, of, { after });
    lines.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return lines;
}
