import { VerificationDetail } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/** What the metrics of a stage's verification measured. */
export function useVerification(
  project: string,
  stage: string,
): Read<VerificationDetail> {
  return useRead(
    readKeys.inProject(project, 'verification', stage),
    (api, signal) => api.getVerification({ project, stage }, { signal }),
  );
}
