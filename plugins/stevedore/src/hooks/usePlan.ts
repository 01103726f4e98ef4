import { PlanAnswer, PlanAsk } from '@stevedore/plugin-stevedore-common';
import { useId, useState } from 'react';
import { readKeys } from './readKeys';
import { Read, ReadOptions, useRead } from './useRead';

export interface PlanRead extends Read<PlanAnswer> {
  /** Plans anew, on the heads of now. */
  again: () => void;
}

/** What promoting would do, planned when it is opened; it stays as it is while it is read. */
export function usePlan(
  project: string,
  ask: PlanAsk,
  { enabled }: Pick<ReadOptions, 'enabled'> = {},
): PlanRead {
  const opened = useId();
  const [attempt, setAttempt] = useState(0);
  const key = readKeys.once('plan', project, ask, opened, attempt);
  const read = useRead(
    key,
    (api, signal) => api.planPromotion({ project, ...ask }, { signal }),
    { live: false, enabled },
  );
  return { ...read, again: () => setAttempt(attempt + 1) };
}
