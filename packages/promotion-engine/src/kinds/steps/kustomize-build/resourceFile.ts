/** What a rendered resource is called by. */
export interface Resource {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
  text: string;
}

export type OutputFormat = 'kargo' | 'kustomize';

/** Kinds of Kubernetes itself that belong to no namespace; kustomize takes any other kind for one that does. */
const CLUSTER_WIDE = new Set([
  'APIService',
  'CSIDriver',
  'CSINode',
  'CertificateSigningRequest',
  'ClusterRole',
  'ClusterRoleBinding',
  'ComponentStatus',
  'CustomResourceDefinition',
  'FlowSchema',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
]);

/**
 * File name to text. `kargo`: `[namespace-]kind-name.yaml`; `kustomize`: `group_version_kind_name.yaml`, behind the
 * namespace where there are several.
 * @throws Error for a name that is no file name, and for two resources of one name
 */
export function resourceFiles(
  resources: Resource[],
  format: OutputFormat,
): Map<string, string> {
  const nameOf = format === 'kargo' ? kargoName : kustomizeName(resources);
  const files = new Map<string, string>();
  for (const resource of resources) {
    const file = nameOf(resource).toLowerCase();
    const { kind, name } = resource;
    if (!/^[^/\\\0]+$/.test(file) || file.startsWith('.'))
      throw new Error(`${kind} "${name}" has a name that no file can have`);
    if (files.has(file))
      throw new Error(
        `${kind} "${name}" and another resource would both be written to ${file}`,
      );
    files.set(file, `${resource.text}\n`);
  }
  return files;
}

function kargoName({ namespace, kind, name }: Resource): string {
  return `${[namespace, kind, name].filter(Boolean).join('-')}.yaml`;
}

function kustomizeName(all: Resource[]): (resource: Resource) => string {
  const homes = new Set(all.map(homeOf).filter(Boolean));
  return resource => {
    const { apiVersion, kind, name } = resource;
    const home = homes.size > 1 ? homeOf(resource) : '';
    const parts = [home, ...apiVersion.split('/'), kind, name];
    return `${parts.filter(Boolean).join('_')}.yaml`;
  };
}

const homeOf = ({ kind, namespace }: Resource): string =>
  CLUSTER_WIDE.has(kind) ? '' : namespace || 'default';
