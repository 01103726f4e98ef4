import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/**
 * One freight with its cells, however old.
 * @param name its whole name
 * @param enabled nothing is read without it
 */
export function useOneFreight(
  project: string,
  name: string,
  enabled = true,
): Read<FreightItem | null> {
  return useRead(
    readKeys.inProject(project, 'one-freight', name),
    async (api, signal) => {
      const { items } = await api.listFreight(
        { project, search: name, limit: 1 },
        { signal },
      );
      return items.find(item => item.name === name) ?? null;
    },
    { enabled },
  );
}
