/** On a Project: the entities whose pipeline it defines, separated by commas. */
export const ENTITY = 'stevedore.dev/entity';

/** A project of a cluster, as annotations name it: `<cluster>/<project>`. */
export interface ProjectTarget {
  cluster: string;
  project: string;
}

/** @returns undefined for what is none */
export function parseTarget(target: string): ProjectTarget | undefined {
  const [, cluster, project] =
    /^([^/\s]+)\/([^/\s]+)$/.exec(target.trim()) ?? [];
  return cluster && project ? { cluster, project } : undefined;
}

export const targetOf = ({ cluster, project }: ProjectTarget): string =>
  `${cluster}/${project}`;
