/** A kind of object, as its path needs it. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  /** Its status is written by a path of its own. */
  readonly statusPath: boolean;
  /** Its objects are in no namespace. */
  readonly isGlobal?: boolean;
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

export const ROLLOUT: Kind = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
  plural: 'rollouts',
  statusPath: true,
};

export const REPLICA_SET: Kind = {
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  statusPath: true,
};

const kargo = (kind: string, plural: string): Kind => ({
  ...{ group: 'kargo.akuity.io', version: 'v1alpha1' },
  ...{ kind, plural, statusPath: true },
});

/** Its name is the namespace of all the other objects of Kargo. */
export const PROJECT: Kind = {
  ...kargo('Project', 'projects'),
  isGlobal: true,
};
export const PROJECT_CONFIG = kargo('ProjectConfig', 'projectconfigs');
export const WAREHOUSE = kargo('Warehouse', 'warehouses');
export const STAGE = kargo('Stage', 'stages');
export const FREIGHT = kargo('Freight', 'freights');
export const PROMOTION = kargo('Promotion', 'promotions');

/** What the demo's cluster knows. */
export const KINDS: readonly Kind[] = [
  ...[APPLICATION, GIT_REPOSITORY, KUSTOMIZATION],
  ...[DEPLOYMENT, REPLICA_SET, ROLLOUT],
  ...[PROJECT, PROJECT_CONFIG, WAREHOUSE, STAGE, FREIGHT, PROMOTION],
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
