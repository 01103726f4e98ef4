import { KubernetesObject, ResourceKind } from '../api/resourceKind';

const kargo = (kind: string, plural: string): ResourceKind => ({
  group: 'kargo.akuity.io',
  version: 'v1alpha1',
  kind,
  plural,
});

const argo = (kind: string, plural: string): ResourceKind => ({
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind,
  plural,
});

/** In no namespace; its name is the namespace of all the others. */
export const PROJECTS = kargo('Project', 'projects');
export const PROJECT_CONFIGS = kargo('ProjectConfig', 'projectconfigs');
export const WAREHOUSES = kargo('Warehouse', 'warehouses');
export const STAGES = kargo('Stage', 'stages');
export const PROMOTION_TASKS = kargo('PromotionTask', 'promotiontasks');
/** In no namespace. */
export const CLUSTER_PROMOTION_TASKS = kargo(
  'ClusterPromotionTask',
  'clusterpromotiontasks',
);
export const FREIGHTS = kargo('Freight', 'freights');
export const PROMOTIONS = kargo('Promotion', 'promotions');
export const ANALYSIS_TEMPLATES = argo('AnalysisTemplate', 'analysistemplates');
/** In no namespace. */
export const CLUSTER_ANALYSIS_TEMPLATES = argo(
  'ClusterAnalysisTemplate',
  'clusteranalysistemplates',
);

/** In none themselves. */
export const NAMESPACES: ResourceKind = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
};

/** All that a definition is made of. */
export const KARGO_DEFINITIONS: readonly ResourceKind[] = [
  PROJECTS,
  PROJECT_CONFIGS,
  WAREHOUSES,
  STAGES,
  PROMOTION_TASKS,
  CLUSTER_PROMOTION_TASKS,
  ANALYSIS_TEMPLATES,
  CLUSTER_ANALYSIS_TEMPLATES,
];

/** What a Kargo that runs a pipeline says of it. */
export const KARGO_STATE: readonly ResourceKind[] = [
  WAREHOUSES,
  FREIGHTS,
  STAGES,
  PROMOTIONS,
];

/** What the outline of such a pipeline is made of. */
export const KARGO_OUTLINE: readonly ResourceKind[] = [
  PROJECTS,
  PROJECT_CONFIGS,
  WAREHOUSES,
  STAGES,
];

/** Kinds that are in no namespace. */
export const CLUSTER_SCOPED: readonly ResourceKind[] = [
  PROJECTS,
  CLUSTER_PROMOTION_TASKS,
  CLUSTER_ANALYSIS_TEMPLATES,
  NAMESPACES,
];

/** Of any of these kinds; what is in it is judged where definitions are. */
export type KargoObject = KubernetesObject & { spec?: unknown };
