import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { useId, useState } from 'react';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

export interface PlanRead extends Read<PlanAnswer> {
  /** Plans anew, on the heads of now. */
  again: () => void;
}

/** What promoting would do, planned when it is opened; it stays as it is while it is read. */
export function usePlan(
  project: string,
  stage: string,
  freight: string,
): PlanRead {
  const opened = useId();
  const [attempt, setAttempt] = useState(0);
  const key = readKeys.once('plan', project, stage, freight, opened, attempt);
  const read = useRead(
    key,
    (api, signal) => api.planPromotion({ project, stage, freight }, { signal }),
    { live: false },
  );
  return { ...read, again: () => setAttempt(attempt + 1) };
}
