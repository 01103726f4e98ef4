import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DefinitionSource,
  StevedoreDefinitionsExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import {
  AnalysisRuns,
  AnyStepKind,
  Engine,
  StageRollouts,
  VerifierKind,
} from '@stevedore/promotion-engine';
import { ClusterAnalysisRuns } from './analysis/ClusterAnalysisRuns';
import { Portal } from './api/PluginConnection';
import { argocdUpdate } from './argocd/argocdUpdate';
import { argocdWait } from './argocd/argocdWait';
import { ArgoCds } from './argocd/ArgoCds';
import { KubernetesConfig } from './config/readKubernetesConfig';
import { createClusters } from './createClusters';
import { Jobs } from './jobs/Jobs';
import { jobVerifier } from './jobs/jobVerifier';
import { runJob } from './jobs/runJob';
import { kargoDefinitions } from './kargo/kargoDefinitions';
import { fluxSteps } from './flux/fluxSteps';
import { ModuleDeps } from './ModuleDeps';
import { Clusters } from './watch/Clusters';
import { Interests } from './watch/Interests';
import { Rollouts } from './rollouts/Rollouts';
import { rolloutWait } from './workloads/rolloutWait';

export interface ModuleOptions {
  config: KubernetesConfig;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  look: Engine['look'];
  /** Says that what a source of definitions reads is different now. */
  changed: StevedoreDefinitionsExtensionPoint['changed'];
  /** Says that what a Kargo runs is different now. */
  moved?: StevedoreDefinitionsExtensionPoint['moved'];
  /** Milliseconds until the next attempt after so many failures in a row. */
  backOff?: (failures: number) => number;
  /** By which Backstage's Kubernetes plugin is asked, where the configuration wants it. */
  portal?: Portal;
}

/** Clusters, the steps that work with them, and the definitions in them. Nothing is asked of a cluster before a step or a stage needs it. */
export function createModule({
  config,
  logger,
  look,
  changed,
  moved = () => undefined,
  backOff,
  portal,
}: ModuleOptions): {
  steps: AnyStepKind[];
  verifiers: VerifierKind[];
  sources: DefinitionSource[];
  rollouts: StageRollouts;
  analysisRuns: AnalysisRuns;
  clusters: Clusters;
} {
  const interests = new Interests();
  const clusters = createClusters({
    ...{ config, interests, logger, backOff, portal },
  });
  const argocds = new ArgoCds(clusters, config.argocd);
  const deps: ModuleDeps = { clusters, argocds, look };
  const steps = [
    argocdUpdate(deps),
    argocdWait(deps),
    ...fluxSteps(deps),
    rolloutWait(deps),
  ];
  const sources = kargoDefinitions({
    clusters,
    rules: config.projectRules,
    changed,
    moved,
    warn: sentence => logger.warn(sentence),
  });
  const everywhere = {
    clusters,
    rollouts: new Rollouts(clusters),
    analysisRuns: new ClusterAnalysisRuns(deps),
    sources,
  };
  if (!config.jobs) return { ...everywhere, steps, verifiers: [] };
  const { cluster, namespace } = config.jobs;
  const jobs = new Jobs(clusters.get(cluster).api, namespace);
  return {
    ...everywhere,
    steps: [...steps, runJob(jobs)],
    verifiers: [jobVerifier(jobs)],
  };
}
