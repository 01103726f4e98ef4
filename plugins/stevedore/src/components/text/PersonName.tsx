import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { personName } from '../../lib/words/names';

/** Who did it: people and groups link to their page, parts of the system do not. */
export function PersonName({ entityRef }: { entityRef: string }) {
  if (!/^(user|group):/.test(entityRef)) return <>{personName(entityRef)}</>;
  return <EntityRefLink entityRef={parseEntityRef(entityRef)} hideIcon />;
}
