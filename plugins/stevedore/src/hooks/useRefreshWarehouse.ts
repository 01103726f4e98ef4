import { Action, useAction } from './useAction';

/** Has a warehouse look for new versions now. */
export function useRefreshWarehouse(project: string): Action<string, void> {
  return useAction(project, (api, warehouse) =>
    api.refreshWarehouse({ project, warehouse }),
  );
}
