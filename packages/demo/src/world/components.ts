import { join } from 'node:path';
import { REPOSITORY } from './layout';

/** The components of the demo; each has a folder in examples/. */
export const COMPONENTS = ['web', 'shop', 'broken', 'handbook'] as const;

/** Those that need a cluster (`--kubernetes`); their folders are in examples/kubernetes. */
export const CLUSTER_COMPONENTS = [
  'orders',
  'billing',
  'search',
  'checkout',
  'payments',
] as const;

/** The components of a demo with or without a cluster, each with its folder. */
export function componentsOf(world: {
  readonly kubernetes?: unknown;
}): { name: string; folder: string }[] {
  const everywhere = COMPONENTS.map(name => ({ name, folder: name }));
  if (!world.kubernetes) return everywhere;
  const inCluster = CLUSTER_COMPONENTS.map(name => ({
    name,
    folder: `kubernetes/${name}`,
  }));
  return [...everywhere, ...inCluster];
}

/** Those whose pipeline runs as soon as the demo does. */
export const RUNNING = ['web', 'shop'];

/** Name of the GitOps repository on the demo's Git server. */
export const GITOPS = 'acme/deploy';

/** Name of the repository that images say they were made from, on the same server. */
export const SOURCE = 'acme/code';

/** The image that a component is released as, without the registry's host. */
export function imageOf(component: string): string {
  return `acme/${component}`;
}

export function exampleOf(name: string): string {
  return join(REPOSITORY, 'examples', name);
}
