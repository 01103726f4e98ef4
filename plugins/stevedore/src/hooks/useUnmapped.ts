import { UnmappedProjects } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/** Projects of clusters that no component shows; refused to who does not keep the platform. */
export function useUnmapped(): Read<UnmappedProjects> {
  return useRead(readKeys.platform('unmapped'), (api, signal) =>
    api.listUnmapped({ signal }),
  );
}
