/** A kind of object, as its path needs it. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  /** Its status is written by a path of its own. */
  readonly statusPath: boolean;
}

export const APPLICATION: Kind = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Application',
  plural: 'applications',
  statusPath: false,
};

export const GIT_REPOSITORY: Kind = {
  group: 'source.toolkit.fluxcd.io',
  version: 'v1',
  kind: 'GitRepository',
  plural: 'gitrepositories',
  statusPath: true,
};

export const KUSTOMIZATION: Kind = {
  group: 'kustomize.toolkit.fluxcd.io',
  version: 'v1',
  kind: 'Kustomization',
  plural: 'kustomizations',
  statusPath: true,
};

export const DEPLOYMENT: Kind = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
  statusPath: true,
};

/** What the demo's cluster knows. */
export const KINDS: readonly Kind[] = [
  APPLICATION,
  GIT_REPOSITORY,
  KUSTOMIZATION,
  DEPLOYMENT,
];

export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** An object of any kind. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectName & {
    resourceVersion?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

export const apiVersionOf = ({ group, version }: Kind): string =>
  `${group}/${version}`;

/** Path of all objects of a kind, of those in a namespace, or of one. */
export function pathOf(kind: Kind, at: Partial<ObjectName> = {}): string {
  const { group, version, plural } = kind;
  const parts = ['/apis', group, version];
  if (at.namespace) parts.push('namespaces', at.namespace);
  parts.push(plural);
  if (at.name) parts.push(at.name);
  return parts.join('/');
}
