import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/** One promotion, live. */
export function usePromotion(
  project: string,
  name: string,
): Read<PromotionDetail> {
  return useRead(
    readKeys.inProject(project, 'promotion', name),
    (api, signal) => api.getPromotion({ project, name }, { signal }),
  );
}
