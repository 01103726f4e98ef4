import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LockAsk } from '@stevedore/plugin-stevedore-common';
import { PLATFORM, Scope } from '@stevedore/promotion-engine';

type Asked = Pick<
  LockAsk,
  'entities' | 'filter' | 'labels' | 'project' | 'stages'
>;

/** What a component is, or is part of. */
const KINDS = ['component', 'domain', 'system'];

/**
 * Where something counts, as the engine takes it.
 * @throws InputError for an entity that no component can be part of: a lock on it would stop nothing
 */
export function scopeOf({
  project = PLATFORM,
  stages,
  labels,
  entities,
  filter,
}: Asked): { project: string; scope: Scope } {
  const selects = stages !== undefined || labels !== undefined;
  return {
    project,
    scope: {
      ...(selects && { stages: { name: stages, matchLabels: labels } }),
      ...(entities && {
        entities: entities.map(readRef),
      }),
      ...(filter && { filter }),
    },
  };
}

function readRef(ref: string): string {
  const read = parsed(ref);
  if (!read || !KINDS.includes(read.kind.toLowerCase()))
    throw new InputError(
      `${ref} is no component, system or domain: write it like system:default/payments`,
    );
  return stringifyEntityRef(read);
}

function parsed(ref: string) {
  try {
    return parseEntityRef(ref, { defaultNamespace: 'default' });
  } catch {
    return undefined;
  }
}

/** Where something counts, for people. */
export function scopeText(project: string, scope: Scope): string {
  const { stages, entities, filter } = scope;
  const labels = Object.entries(stages?.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const chosen = [...(stages?.name ? [stages.name] : []), ...labels].join(' ');
  const whom =
    entities?.join(', ') ??
    (filter ? 'the components that its filter selects' : 'everything');
  const where = project === PLATFORM ? whom : project;
  return chosen ? `${chosen} of ${where}` : where;
}
