import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** The address of the tab "Delivery" of an entity, by its ref. */
export function useEntityTab(): (entityRef: string) => string {
  const linkTo = useEntityRefLink();
  return useCallback(
    entityRef => {
      const page = linkTo(parseEntityRef(entityRef)).replace(/\/$/, '');
      return `${page}/delivery`;
    },
    [linkTo],
  );
}
