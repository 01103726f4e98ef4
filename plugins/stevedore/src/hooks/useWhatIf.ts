import { GateAnswer } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

export interface WhatIfAsk {
  stage: string;
  /** Name or alias. */
  freight: string;
  /** ISO 8601; absent: now. */
  at?: string;
}

/** What every gate would say. @param ask undefined: nothing is asked yet */
export function useWhatIf(
  project: string,
  ask: WhatIfAsk | undefined,
): Read<GateAnswer> {
  return useRead(
    readKeys.inProject(project, 'what-if', ask),
    (api, signal) => api.gatekeeping.whatIf({ project, ...ask! }, { signal }),
    { enabled: ask !== undefined },
  );
}
