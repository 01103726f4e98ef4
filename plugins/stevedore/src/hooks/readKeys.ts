import { EVERY_PROJECT, Pipeline } from '@stevedore/plugin-stevedore-common';
import { Query, QueryClient } from '@tanstack/react-query';

/** Keys of everything read; what belongs to a project starts with it. */
export const readKeys = {
  pipeline: (entityRef: string) => ['stevedore', 'pipeline', entityRef],
  inProject: (project: string, ...rest: unknown[]) => [
    'stevedore',
    'project',
    project,
    ...rest,
  ],
  /** What is said beyond projects. */
  platform: (...rest: unknown[]) => ['stevedore', 'platform', ...rest],
  /** Lists over many projects. */
  everywhere: (...rest: unknown[]) => ['stevedore', 'everywhere', ...rest],
  /** For what must not change under the reader: nothing reads it again. */
  once: (...rest: unknown[]) => ['stevedore', 'once', ...rest],
};

/** Reads again what is shown of one project, and forgets what is not. @param project its name, or `EVERY_PROJECT` */
export function rereadProject(client: QueryClient, project: string) {
  return client.invalidateQueries({
    predicate: query => belongsTo(query, project),
  });
}

function belongsTo({ queryKey, state }: Query, project: string): boolean {
  const [owner, what, name] = queryKey;
  if (owner !== 'stevedore' || what === 'once') return false;
  if (project === EVERY_PROJECT) return true;
  if (what === 'project') return name === project;
  if (what === 'platform') return false;
  // what changed anywhere may have made something wait, or no longer
  if (what === 'everywhere') return true;
  const pipeline = state.data as Pipeline | undefined;
  // what has no pipeline yet may just have got one
  return pipeline ? pipeline.project === project : state.status === 'error';
}
