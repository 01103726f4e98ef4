import { KubernetesObject, ResourceKind } from '../api/resourceKind';

export const ANALYSIS_RUNS: ResourceKind = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'AnalysisRun',
  plural: 'analysisruns',
};

/** Argo Rollouts' AnalysisRun, the fields that are read and written. */
export interface AnalysisRun extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { creationTimestamp?: string };
  spec: {
    terminate?: boolean;
    args?: { name: string; value?: string }[];
    metrics?: { name: string; interval?: string; initialDelay?: string }[];
    [field: string]: unknown;
  };
  status?: {
    /** Empty until the controller has seen it. */
    phase?: string;
    message?: string;
    startedAt?: string;
    metricResults?: MetricResult[];
  };
}

export interface MetricResult {
  name: string;
  phase?: string;
  message?: string;
  /** Oldest first; Argo keeps the newest ten unless the run says otherwise. */
  measurements?: RunMeasurement[];
}

export interface RunMeasurement {
  phase: string;
  startedAt?: string;
  finishedAt?: string;
  value?: string;
  message?: string;
  /** A Job says its name here: `job-name`. */
  metadata?: Record<string, string>;
}
