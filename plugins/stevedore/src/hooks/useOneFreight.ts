import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

const WHOLE = /^[0-9a-f]{40}$/;
/** Freight whose alias has the one that is wanted in it. */
const SIMILAR = 20;

/**
 * One freight with its cells, however old.
 * @param name its whole name, or its alias
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
        { project, search: name, limit: WHOLE.test(name) ? 1 : SIMILAR },
        { signal },
      );
      return (
        items.find(item => item.name === name || item.alias === name) ?? null
      );
    },
    { enabled },
  );
}
