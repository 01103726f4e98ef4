/** Fields that tell the items of a list apart, and what stands for one that is missing. */
export interface ListKeys {
  names: readonly string[];
  missing?: Readonly<Record<string, string>>;
}

type Lists = Readonly<Record<string, ListKeys>>;

const by = (...names: string[]): ListKeys => ({ names });
const byPort = (name: string): ListKeys => ({
  names: [name, 'protocol'],
  missing: { protocol: 'TCP' },
});

const CONTAINER: Lists = {
  env: by('name'),
  ports: byPort('containerPort'),
  volumeDevices: by('devicePath'),
  volumeMounts: by('mountPath'),
};

const POD: Lists = {
  containers: by('name'),
  ephemeralContainers: by('name'),
  hostAliases: by('ip'),
  imagePullSecrets: by('name'),
  initContainers: by('name'),
  resourceClaims: by('name'),
  topologySpreadConstraints: by('topologyKey', 'whenUnsatisfiable'),
  volumes: by('name'),
  ...within(['containers', 'ephemeralContainers', 'initContainers'], CONTAINER),
};

function within(lists: string[], inner: Lists): Lists {
  return Object.fromEntries(
    lists.flatMap(list =>
      Object.entries(inner).map(([name, keys]) => [`${list}.[].${name}`, keys]),
    ),
  );
}

function below(prefix: string, lists: Lists): Lists {
  return Object.fromEntries(
    Object.entries(lists).map(([path, keys]) => [`${prefix}.${path}`, keys]),
  );
}

const TEMPLATE = below('spec.template.spec', POD);

/** Kubernetes' own merge keys (its OpenAPI document, x-kubernetes-patch-merge-key), by apiVersion and kind. */
const KINDS: Readonly<Record<string, Lists>> = {
  'v1 Pod': below('spec', POD),
  'v1 PodTemplate': below('template.spec', POD),
  'v1 ReplicationController': TEMPLATE,
  'v1 Service': { 'spec.ports': byPort('port') },
  'v1 ServiceAccount': { secrets: by('name') },
  'apps/v1 DaemonSet': TEMPLATE,
  'apps/v1 Deployment': TEMPLATE,
  'apps/v1 ReplicaSet': TEMPLATE,
  'apps/v1 StatefulSet': TEMPLATE,
  'batch/v1 CronJob': below('spec.jobTemplate.spec.template.spec', POD),
  'batch/v1 Job': TEMPLATE,
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': {
    webhooks: by('name'),
  },
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': {
    webhooks: by('name'),
  },
};

/** What an object calls itself. */
export interface ObjectType {
  apiVersion: string;
  kind: string;
}

/** By what the items of a list are told apart; undefined: the list is one value. Items are `[]` in a path. */
export function listKeysOf(
  type: ObjectType | undefined,
  path: readonly string[],
): ListKeys | undefined {
  if (!type) return undefined;
  const place = path.join('.');
  if (place === 'metadata.ownerReferences') return by('uid');
  const lists = KINDS[`${type.apiVersion} ${type.kind}`];
  return lists && Object.hasOwn(lists, place) ? lists[place] : undefined;
}
