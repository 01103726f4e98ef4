import {
  Promotion,
  RollbackAsk,
  RollbackOptions,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Action, useAction } from './useAction';
import { Read, ReadOptions, useRead } from './useRead';

/** Everything a stage could go back to, and what the reader may not. */
export function useRollbackOptions(
  project: string,
  stage: string,
  { enabled }: Pick<ReadOptions, 'enabled'> = {},
): Read<RollbackOptions> {
  return useRead(
    readKeys.inProject(project, 'rollback', stage),
    (api, signal) => api.getRollback({ project, stage }, { signal }),
    { enabled },
  );
}

/** Takes a stage back. */
export function useRollback(
  project: string,
  stage: string,
): Action<RollbackAsk, Promotion> {
  return useAction(project, (api, input) =>
    api.rollbackStage({ project, stage, ...input }),
  );
}
