import { Config } from '@backstage/config';
import { ProjectRule } from '../kargo/mapping/mapProject';
import { readProjectRules } from './readProjectRules';

/** How a cluster is reached; exactly one way. */
export type ClusterAccess =
  | { kubeconfig: string; context?: string }
  | {
      inCluster: true;
      /** Of the file system; another one than `/` only in tests. */ root?: string;
    }
  | {
      url: string;
      caFile?: string;
      caData?: string;
      skipTLSVerify: boolean;
      token?: string;
      tokenFile?: string;
      certFile?: string;
      keyFile?: string;
    };

export interface ClusterConfig {
  name: string;
  access: ClusterAccess;
  /** Absent: all. */
  namespaces?: string[];
}

/** One Argo CD control plane. */
export interface ArgoCdConfig {
  cluster: string;
  /** Where its Applications are unless a step says otherwise. */
  namespace: string;
  /** Its pages, without a slash at the end. */
  url?: string;
  /** Globs over `<project>:<stage>`; absent: every stage. */
  stages?: string[];
}

/** Where Jobs of steps and verifications run. */
export interface JobsConfig {
  cluster: string;
  namespace: string;
}

export interface KubernetesConfig {
  /** Whose pipelines the projects of Kargos are; the first that fits decides. Absent: only annotations say. */
  projectRules?: ProjectRule[];
  clusters: ClusterConfig[];
  /** Absent: no step and no verification runs a Job. */
  jobs?: JobsConfig;
  argocd: ArgoCdConfig[];
  /** A name that is none of `clusters` is one of Backstage's Kubernetes plugin. */
  usesPlugin?: boolean;
}

/** @throws Error that names the key that is wrong */
export function readKubernetesConfig(root: Config): KubernetesConfig {
  const config = root.getOptionalConfig('stevedore.kubernetes');
  const own = (config?.getOptionalConfigArray('clusters') ?? []).map(
    readCluster,
  );
  const usesPlugin =
    config?.getOptionalBoolean('useBackstageClusters') ?? false;
  const shared = usesPlugin ? readBackstageClusters(root) : [];
  const clusters = [...own, ...shared];
  const names = clusters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`stevedore.kubernetes: two clusters are called "${twice}"`);
  const argocd =
    config?.getOptionalConfigArray('argocd')?.map(readArgoCd) ??
    names.map(cluster => ({ cluster, namespace: 'argocd' }));
  const missing = argocd.find(({ cluster }) => !names.includes(cluster));
  if (missing && !usesPlugin)
    throw new Error(
      `stevedore.kubernetes.argocd: there is no cluster "${
        missing.cluster
      }"; there are ${names.join(', ') || 'none'}`,
    );
  const jobs = readJobs(config, { names, usesPlugin });
  const projectRules = readProjectRules(
    config,
    name => usesPlugin || names.includes(name),
  );
  return { clusters, argocd, jobs, projectRules, usesPlugin };
}

function readJobs(
  config: Config | undefined,
  { names, usesPlugin }: { names: string[]; usesPlugin: boolean },
): JobsConfig | undefined {
  const jobs = config?.getOptionalConfig('jobs');
  if (!jobs) return undefined;
  const cluster = jobs.getString('cluster');
  if (!names.includes(cluster) && !usesPlugin)
    throw new Error(
      `stevedore.kubernetes.jobs: there is no cluster "${cluster}"; there are ${
        names.join(', ') || 'none'
      }`,
    );
  return { cluster, namespace: jobs.getString('namespace') };
}

const WAYS = ['kubeconfig', 'inCluster', 'url'] as const;

function readCluster(config: Config): ClusterConfig {
  const name = config.getString('name');
  const ways = WAYS.filter(way => config.has(way));
  if (ways.length !== 1)
    throw new Error(
      `stevedore.kubernetes.clusters: cluster "${name}" needs exactly one of ${WAYS.join(
        ', ',
      )}, and has ${ways.join(' and ') || 'none'}`,
    );
  return {
    name,
    access: readAccess(config, ways[0]),
    namespaces: config.getOptionalStringArray('namespaces'),
  };
}

function readAccess(config: Config, way: (typeof WAYS)[number]): ClusterAccess {
  if (way === 'kubeconfig')
    return {
      kubeconfig: config.getString('kubeconfig'),
      context: config.getOptionalString('context'),
    };
  if (way === 'inCluster') return { inCluster: true };
  return {
    url: config.getString('url').replace(/\/+$/, ''),
    caFile: config.getOptionalString('caFile'),
    caData: config.getOptionalString('caData'),
    skipTLSVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
    token: config.getOptionalString('token'),
    tokenFile: config.getOptionalString('tokenFile'),
    certFile: config.getOptionalString('certFile'),
    keyFile: config.getOptionalString('keyFile'),
  };
}

function readArgoCd(config: Config): ArgoCdConfig {
  return {
    cluster: config.getString('cluster'),
    namespace: config.getOptionalString('namespace') ?? 'argocd',
    url: config.getOptionalString('url')?.replace(/\/+$/, ''),
    stages: config.getOptionalStringArray('stages'),
  };
}

/**
 * Clusters that Backstage's Kubernetes plugin has in its configuration together with their token: they are reached
 * directly. The others are reached through the plugin, which knows how one signs in.
 */
function readBackstageClusters(root: Config): ClusterConfig[] {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('clusters'))
    .filter(cluster => cluster.has('serviceAccountToken'))
    .map(cluster => ({
      name: cluster.getString('name'),
      access: {
        url: cluster.getString('url').replace(/\/+$/, ''),
        caFile: cluster.getOptionalString('caFile'),
        caData: cluster.getOptionalString('caData'),
        skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
        token: cluster.getOptionalString('serviceAccountToken'),
      },
    }));
}
