import { QueryClient } from '@tanstack/react-query';
import { StevedoreApi } from '@stevedore/plugin-stevedore-common';

const clients = new WeakMap<StevedoreApi, QueryClient>();

/** One cache for one backend, so that card and tab share what was read. */
export function queryClientOf(api: StevedoreApi): QueryClient {
  const known = clients.get(api);
  if (known) return known;
  const client = new QueryClient({
    defaultOptions: {
      // a refusal stays one; what is broken is asked again by the next poll
      queries: { retry: false, refetchOnWindowFocus: true, staleTime: 2_000 },
    },
  });
  clients.set(api, client);
  return client;
}
