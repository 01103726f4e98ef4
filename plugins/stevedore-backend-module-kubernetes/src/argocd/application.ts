import { Application as AssessedApplication } from '@stevedore/promotion-engine';
import { KubernetesObject, ResourceKind } from '../api/resourceKind';

export const APPLICATIONS: ResourceKind = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Application',
  plural: 'applications',
};

/** Annotation by which it is told to look again; it takes it away. */
export const REFRESH = 'argocd.argoproj.io/refresh';

export interface ApplicationSource {
  repoURL: string;
  chart?: string;
  targetRevision?: string;
  kustomize?: { images?: string[] };
  helm?: { parameters?: { name: string; value: string }[] };
}

export interface OperationInfo {
  name: string;
  value: string;
}

export interface OperationState {
  /** Running, Terminating, Succeeded, Failed, Error. */
  phase?: string;
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  operation?: { info?: OperationInfo[] };
  syncResult?: { revision?: string; revisions?: string[] };
}

/** An Argo CD Application (argoproj.io/v1alpha1), the fields that are read and written. */
export type Application = KubernetesObject & {
  metadata: { namespace: string };
  /** Asked for and not begun. */
  operation?: { info?: OperationInfo[]; sync?: unknown };
  spec?: {
    source?: ApplicationSource;
    sources?: ApplicationSource[];
    syncPolicy?: { retry?: unknown; syncOptions?: string[] };
  };
  status?: AssessedApplication['status'] & {
    operationState?: OperationState;
    /** Images of everything that it has there. */
    summary?: { images?: string[] };
  };
};

/** `source` alone is shown as the list it stands for. */
export function sourcesIn({ spec }: Application): ApplicationSource[] {
  if (spec?.sources?.length) return spec.sources;
  return spec?.source ? [spec.source] : [];
}

/** Everything of an Application that a step or a verdict rests on; two with the same text are the same to them. */
export function relevantText(application: Application): string {
  const { metadata, operation, spec, status = {} } = application;
  const { health, sync, conditions, operationState, reconciledAt } = status;
  const { finishedAt } = operationState ?? {};
  const fresh =
    !finishedAt ||
    (reconciledAt !== undefined &&
      Date.parse(reconciledAt) >= Date.parse(finishedAt));
  return JSON.stringify([
    metadata.name,
    { ...metadata.annotations, [REFRESH]: undefined },
    operation,
    spec,
    health?.status,
    sync,
    conditions?.map(({ type, message }) => [type, message]),
    operationState,
    fresh,
  ]);
}
