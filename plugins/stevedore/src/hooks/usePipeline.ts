import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Read, useRead } from './useRead';

/** The one read of the first paint, of the entity whose page this is. */
export function usePipeline(): Read<Pipeline> {
  const entityRef = stringifyEntityRef(useEntity().entity);
  return useRead(readKeys.pipeline(entityRef), (api, signal) =>
    api.getPipeline(parseEntityRef(entityRef), { signal }),
  );
}
