import {
  FreightAsk,
  FreightSummary,
  WarehouseDetail,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Action, useAction } from './useAction';
import { Read, useRead } from './useRead';

/** What a warehouse found, to choose from. */
export function useWarehouse(
  project: string,
  warehouse: string,
): Read<WarehouseDetail> {
  return useRead(
    readKeys.inProject(project, 'warehouse', warehouse),
    (api, signal) => api.getWarehouse({ project, warehouse }, { signal }),
  );
}

/** Puts freight together by hand. */
export function useAssemble(
  project: string,
): Action<FreightAsk, FreightSummary> {
  return useAction(project, (api, input) =>
    api.createFreight({ project, ...input }),
  );
}
