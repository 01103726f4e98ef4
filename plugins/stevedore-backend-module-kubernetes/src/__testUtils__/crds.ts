import { ResourceKind } from '../api/resourceKind';
import { CLUSTER_SCOPED, KARGO_DEFINITIONS } from '../kargo/kargoKinds';
import { jobSchemas } from './jobSchemas';
import { kargoSchemas } from './kargoSchemas';

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const number: Schema = { type: 'integer' };
const time: Schema = { type: 'string', format: 'date-time' };
const texts: Schema = { type: 'array', items: text };
const open: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

const map = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});
const list = (items: Schema): Schema => ({ type: 'array', items });

const info = list(map({ name: text, value: text }, ['name', 'value']));

const operation = map({
  initiatedBy: map({ username: text, automated: flag }),
  info,
  retry: open,
  sync: map({ revision: text, revisions: texts, syncOptions: texts }),
});

const source = map(
  {
    repoURL: text,
    chart: text,
    path: text,
    targetRevision: text,
    kustomize: map({ images: texts }),
    helm: map({
      parameters: list(map({ name: text, value: text, forceString: flag })),
    }),
  },
  ['repoURL'],
);

const application = map(
  {
    operation,
    spec: map(
      {
        project: text,
        destination: map({ server: text, namespace: text }),
        source,
        sources: list(source),
        syncPolicy: map({ retry: open, syncOptions: texts }),
      },
      ['project', 'destination'],
    ),
    status: map({
      health: map({ status: text }),
      summary: map({ images: texts }),
      reconciledAt: time,
      conditions: list(map({ type: text, message: text }, ['type', 'message'])),
      sync: map({ status: text, revision: text, revisions: texts }, ['status']),
      operationState: map(
        {
          phase: text,
          message: text,
          startedAt: time,
          finishedAt: time,
          operation,
          syncResult: map({ revision: text, revisions: texts }, ['revision']),
        },
        ['phase', 'startedAt', 'operation'],
      ),
    }),
  },
  ['metadata', 'spec'],
);

const analysisRun = map({ name: text, status: text, message: text }, [
  'name',
  'status',
]);
const intOrText: Schema = { 'x-kubernetes-int-or-string': true };

const rollout = map(
  {
    spec: map({
      replicas: number,
      paused: flag,
      template: open,
      workloadRef: map({ apiVersion: text, kind: text, name: text }),
      restartAt: time,
      strategy: map({
        canary: map({
          steps: list(
            map({
              setWeight: number,
              pause: map({ duration: intOrText }),
              analysis: map({ templates: list(map({ templateName: text })) }),
              experiment: open,
              setCanaryScale: map({
                weight: number,
                replicas: number,
                matchTrafficWeight: flag,
              }),
              setHeaderRoute: map({ name: text, match: list(open) }),
              setMirrorRoute: map({ name: text, percentage: number }),
              plugin: map({ name: text, config: open }, ['name']),
            }),
          ),
          trafficRouting: open,
        }),
        blueGreen: map(
          {
            activeService: text,
            previewService: text,
            autoPromotionEnabled: flag,
            autoPromotionSeconds: number,
            postPromotionAnalysis: open,
          },
          ['activeService'],
        ),
      }),
    }),
    status: map({
      abort: flag,
      phase: text,
      message: text,
      observedGeneration: text,
      workloadObservedGeneration: text,
      currentPodHash: text,
      stableRS: text,
      currentStepIndex: number,
      controllerPause: flag,
      pauseConditions: list(
        map({ reason: text, startTime: time }, ['reason', 'startTime']),
      ),
      promoteFull: flag,
      replicas: number,
      updatedReplicas: number,
      readyReplicas: number,
      availableReplicas: number,
      restartedAt: time,
      conditions: list(
        map({ type: text, status: text, reason: text, message: text }, [
          'type',
          'status',
          'reason',
          'message',
        ]),
      ),
      canary: map({
        weights: map({ canary: map({ weight: number }, ['weight']) }),
        currentStepAnalysisRunStatus: analysisRun,
        currentBackgroundAnalysisRunStatus: analysisRun,
      }),
      blueGreen: map({
        activeSelector: text,
        previewSelector: text,
        prePromotionAnalysisRunStatus: analysisRun,
        postPromotionAnalysisRunStatus: analysisRun,
      }),
    }),
  },
  ['spec'],
);

const conditions = list(
  map(
    {
      type: text,
      status: { type: 'string', enum: ['True', 'False', 'Unknown'] },
      reason: text,
      message: text,
      observedGeneration: number,
      lastTransitionTime: time,
    },
    ['type', 'status', 'reason', 'message', 'lastTransitionTime'],
  ),
);

const flux = (spec: Schema, status: Schema): Schema =>
  map({
    spec: map({ suspend: flag, interval: text, ...spec }),
    status: map({
      observedGeneration: number,
      lastHandledReconcileAt: text,
      conditions,
      ...status,
    }),
  });

const inventory = map({
  entries: list(map({ id: text, v: text }, ['id', 'v'])),
});
const kubeConfig = map({ secretRef: map({ name: text }) });
const artifact = map({ revision: text, digest: text, url: text });
const sourceRef = map({ kind: text, name: text, namespace: text });

const workload = map({
  spec: map({ replicas: number, paused: flag, template: open }),
  status: map({
    observedGeneration: number,
    replicas: number,
    updatedReplicas: number,
    readyReplicas: number,
    availableReplicas: number,
    conditions: list(
      map({ type: text, status: text, reason: text, message: text }),
    ),
  }),
});

/** What is in a definition is judged where definitions are. */
const defined = map({ spec: open, status: open });

/** Schemas of what is installed, by `Kind.group`: the fields that are read and written, everything else is pruned. */
const SCHEMAS: Record<string, Schema> = {
  ...Object.fromEntries(
    KARGO_DEFINITIONS.map(({ kind, group }) => [`${kind}.${group}`, defined]),
  ),
  ...jobSchemas,
  ...kargoSchemas,
  'Namespace.': map({ spec: open }),
  'Application.argoproj.io': application,
  'Rollout.argoproj.io': rollout,
  'ReplicaSet.apps': map({ spec: map({ replicas: number, template: open }) }),
  'AppProject.argoproj.io': map({
    spec: map({ sourceRepos: texts, destinations: list(open) }),
  }),
  'Kustomization.kustomize.toolkit.fluxcd.io': flux(
    { path: text, sourceRef, kubeConfig },
    { lastAppliedRevision: text, lastAttemptedRevision: text, inventory },
  ),
  'HelmRelease.helm.toolkit.fluxcd.io': flux(
    { chart: open, targetNamespace: text, kubeConfig },
    {
      inventory,
      lastAttemptedRevision: text,
      history: list(
        map({
          ...{ chartVersion: text, chartName: text, status: text },
          ...{ name: text, namespace: text },
        }),
      ),
    },
  ),
  'GitRepository.source.toolkit.fluxcd.io': flux(
    { url: text, ref: open },
    { artifact },
  ),
  'OCIRepository.source.toolkit.fluxcd.io': flux(
    { url: text, ref: open },
    { artifact },
  ),
  'HelmRepository.source.toolkit.fluxcd.io': flux(
    { url: text, type: text },
    { artifact },
  ),
  'Deployment.apps': workload,
  'StatefulSet.apps': workload,
  'DaemonSet.apps': map({
    spec: map({ template: open }),
    status: map({
      observedGeneration: number,
      desiredNumberScheduled: number,
      updatedNumberScheduled: number,
      numberAvailable: number,
    }),
  }),
};

/** Kinds whose controllers write a status of their own subresource; Argo CD's do not. */
const hasStatus = ({ group, kind }: ResourceKind) =>
  group !== 'argoproj.io' || kind === 'Rollout';

/** A CustomResourceDefinition (apiextensions.k8s.io/v1). A built-in group is served by one with a dot. */
export function crdOf(kind: ResourceKind): Record<string, unknown> {
  const group = kind.group.includes('.')
    ? kind.group
    : `${kind.group || 'core'}.builtin.test`;
  const schema = SCHEMAS[`${kind.kind}.${kind.group}`];
  if (!schema) throw new Error(`no schema for ${kind.kind} of ${kind.group}`);
  const known = schema as { properties: Schema };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${kind.plural}.${group}`,
      ...(group.endsWith('k8s.io') && {
        annotations: { 'api-approved.kubernetes.io': 'unapproved, a test' },
      }),
    },
    spec: {
      group,
      scope: CLUSTER_SCOPED.includes(kind) ? 'Cluster' : 'Namespaced',
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        plural: kind.plural,
        singular: kind.kind.toLowerCase(),
      },
      versions: [
        {
          name: kind.version,
          served: true,
          storage: true,
          ...(hasStatus(kind) && { subresources: { status: {} } }),
          schema: {
            openAPIV3Schema: {
              ...schema,
              properties: {
                apiVersion: text,
                kind: text,
                metadata: { type: 'object' },
                ...known.properties,
              },
            },
          },
        },
      ],
    },
  };
}
