import { join, resolve } from 'node:path';

/** The directory of this repository. */
export const REPOSITORY = resolve(__dirname, '../../../..');

/** Where everything is that the demo writes. */
export interface DemoLayout {
  readonly directory: string;
  /** The components' definitions, with the demo's addresses filled in. */
  readonly catalog: string;
  /** What the registry holds. */
  readonly registry: string;
  /** The bare repositories. */
  readonly git: string;
  /** The cluster's copy of the GitOps repository. */
  readonly cluster: string;
  /** What the Kubernetes API keeps. */
  readonly kubernetes: string;
  /** How Backstage comes to that API. */
  readonly kubeconfig: string;
  /** Backstage's working directory. */
  readonly work: string;
  readonly backendLog: string;
  /** Backstage's configuration on top of app-config.yaml. */
  readonly config: string;
  readonly credentials: string;
  readonly ports: string;
  /** Is there while the demo runs: its process id. */
  readonly running: string;
  /** Is there while Backstage answers: the addresses. */
  readonly ready: string;
}

export function layoutBelow(directory: string): DemoLayout {
  return {
    directory,
    catalog: join(directory, 'catalog'),
    registry: join(directory, 'registry'),
    git: join(directory, 'git'),
    cluster: join(directory, 'cluster'),
    kubernetes: join(directory, 'kubernetes'),
    kubeconfig: join(directory, 'kubernetes/kubeconfig'),
    work: join(directory, 'work'),
    backendLog: join(directory, 'backend.log'),
    config: join(directory, 'app-config.demo.yaml'),
    credentials: join(directory, 'credentials.json'),
    ports: join(directory, 'ports.json'),
    running: join(directory, 'running.json'),
    ready: join(directory, 'ready.json'),
  };
}

/** `.demo` in the repository, or `STEVEDORE_DEMO_DIR`. */
export function demoLayout(
  environment: NodeJS.ProcessEnv = process.env,
): DemoLayout {
  const directory = environment.STEVEDORE_DEMO_DIR || '.demo';
  return layoutBelow(resolve(REPOSITORY, directory));
}
