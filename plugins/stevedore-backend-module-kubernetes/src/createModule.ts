import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DefinitionSource,
  StevedoreDefinitionsExtensionPoint,
} from '@stevedore/plugin-stevedore-node';
import { AnyStepKind, Engine, VerifierKind } from '@stevedore/promotion-engine';
import { Connection } from './api/Connection';
import { KubernetesApi } from './api/KubernetesApi';
import { argocdUpdate } from './argocd/argocdUpdate';
import { argocdWait } from './argocd/argocdWait';
import { ArgoCds } from './argocd/ArgoCds';
import { kubeConfigOf } from './config/kubeConfigOf';
import { KubernetesConfig } from './config/readKubernetesConfig';
import { Jobs } from './jobs/Jobs';
import { jobVerifier } from './jobs/jobVerifier';
import { runJob } from './jobs/runJob';
import { kargoDefinitions } from './kargo/kargoDefinitions';
import { fluxSteps } from './flux/fluxSteps';
import { ModuleDeps } from './ModuleDeps';
import { Cluster } from './watch/Cluster';
import { Clusters } from './watch/Clusters';
import { Interests } from './watch/Interests';
import { rolloutWait } from './workloads/rolloutWait';

export interface ModuleOptions {
  config: KubernetesConfig;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  look: Engine['look'];
  /** Says that what a source of definitions reads is different now. */
  changed: StevedoreDefinitionsExtensionPoint['changed'];
  /** Milliseconds until the next attempt after so many failures in a row. */
  backOff?: (failures: number) => number;
}

/** Clusters, the steps that work with them, and the definitions in them. Nothing is asked of a cluster before a step or a stage needs it. */
export function createModule({
  config,
  logger,
  look,
  changed,
  backOff,
}: ModuleOptions): {
  steps: AnyStepKind[];
  verifiers: VerifierKind[];
  sources: DefinitionSource[];
  clusters: Clusters;
} {
  const interests = new Interests();
  const clusters = new Clusters(
    config.clusters.map(
      cluster =>
        new Cluster({
          api: new KubernetesApi(
            cluster.name,
            new Connection(kubeConfigOf(cluster)),
          ),
          namespaces: cluster.namespaces,
          interests,
          backOff,
          log: (sentence, level) => logger[level](sentence),
        }),
    ),
    interests,
  );
  const argocds = new ArgoCds(clusters, config.argocd);
  const deps: ModuleDeps = { clusters, argocds, look };
  const steps = [
    argocdUpdate(deps),
    argocdWait(deps),
    ...fluxSteps(deps),
    rolloutWait(deps),
  ];
  const sources = [kargoDefinitions({ clusters, changed })];
  if (!config.jobs) return { clusters, sources, steps, verifiers: [] };
  const { cluster, namespace } = config.jobs;
  const jobs = new Jobs(clusters.get(cluster).api, namespace);
  return {
    clusters,
    sources,
    steps: [...steps, runJob(jobs)],
    verifiers: [jobVerifier(jobs)],
  };
}
