import { join } from 'node:path';
import { REPOSITORY } from './layout';

/** The components of the demo; each has a folder in examples/. */
export const COMPONENTS = ['web', 'shop', 'broken', 'handbook'] as const;

/** Those whose pipeline runs as soon as the demo does. */
export const RUNNING = ['web', 'shop'];

/** Name of the GitOps repository on the demo's Git server. */
export const GITOPS = 'acme/deploy';

/** The image that a component is released as, without the registry's host. */
export function imageOf(component: string): string {
  return `acme/${component}`;
}

export function exampleOf(name: string): string {
  return join(REPOSITORY, 'examples', name);
}
