import { useApi } from '@backstage/frontend-plugin-api';
import { QueryClientProvider } from '@tanstack/react-query';
import { ReactNode } from 'react';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { queryClientOf } from './queryClients';

/** Around everything that reads: each mounted piece of the plugin has one. */
export function ReadProvider({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClientOf(useApi(stevedoreApiRef))}>
      {children}
    </QueryClientProvider>
  );
}
