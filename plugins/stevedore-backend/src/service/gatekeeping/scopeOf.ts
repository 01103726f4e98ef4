import { LockAsk } from '@stevedore/plugin-stevedore-common';
import { PLATFORM, Scope } from '@stevedore/promotion-engine';

type Asked = Pick<
  LockAsk,
  'entities' | 'filter' | 'labels' | 'project' | 'stages'
>;

/** Where something counts, as the engine takes it. */
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
        entities: entities.map(ref => ref.toLowerCase()),
      }),
      ...(filter && { filter }),
    },
  };
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
