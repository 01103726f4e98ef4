/** A kind of object that a Kubernetes API serves, as far as its path goes. */
export interface ResourceKind {
  /** e.g. `argoproj.io`, `apps`; empty for the core group. */
  group: string;
  version: string;
  kind: string;
  /** Lower case, as in the path: `applications`. */
  plural: string;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  /** RFC 3339 */
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** What every object has; the rest is for who knows its kind. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMeta;
}

/** `applications.argoproj.io`, as RBAC and `kubectl` name it. */
export const resourceName = ({ plural, group }: ResourceKind): string =>
  group ? `${plural}.${group}` : plural;

/** Path of all objects of a kind, or of those in a namespace, or of one. */
export function pathOf(
  { group, version, plural }: ResourceKind,
  namespace?: string,
  name?: string,
): string {
  // the core group has a path of its own
  const parts = group ? ['apis', group, version] : ['api', version];
  if (namespace) parts.push('namespaces', encodeURIComponent(namespace));
  parts.push(plural);
  if (name) parts.push(encodeURIComponent(name));
  return `/${parts.join('/')}`;
}

export const nameOf = ({ metadata }: KubernetesObject): string =>
  metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name;
