import { Config } from '@backstage/config';
import { FilterPredicate } from '@backstage/filter-predicates';
import { compileTickets } from '@stevedore/promotion-engine';
import {
  ClusterConfigFile,
  readClusterConfigFile,
} from './policies/clusterConfigFile';
import { PolicyConfig, readPolicy } from './policies/policyConfig';

export interface GrantConfig {
  entities?: FilterPredicate;
  repository: string;
  branches: string[];
  paths: string[];
  access: string[];
}

export interface RegistryConfig {
  host: string;
  public: boolean;
  insecure: boolean;
  username?: string;
  password?: string;
  webhookSecret?: string;
}

export type { PolicyConfig } from './policies/policyConfig';

/** Texts that expressions read by name. */
export interface TextsConfig {
  name: string;
  /** Absent: shared by all. */
  entities?: FilterPredicate;
  data: Record<string, string>;
  /** Another one whenever the texts are others. */
  version?: string;
  /** Whether a promotion may write it into Git. */
  mayBeCommitted: boolean;
}

/** What the platform says in `stevedore` of app-config.yaml; see config.d.ts. */
export interface PlatformConfig {
  workDirectory?: string;
  definitionsIntervalMs: number;
  remoteFilesFreshMs: number;
  grants: GrantConfig[];
  registries: RegistryConfig[];
  policies: PolicyConfig[];
  /** Kargo's ClusterConfig, for every project. */
  clusterConfig?: ClusterConfigFile;
  secrets: TextsConfig[];
  configMaps: TextsConfig[];
  httpAllow: string[];
  identity: { name: string; email: string };
  /** Signs what `identity` commits. A secret. */
  signingKey?: string;
  /** Tickets that a commit's message names. */
  tickets: ReturnType<typeof compileTickets>;
  /** Git hosts that tell of pushes. */
  gitWebhooks: { host: string; secret: string }[];
}

/** @throws Error that names the key when a value is missing or has the wrong type, and what is wrong in a file that it names */
export function readPlatformConfig(root: Config): PlatformConfig {
  const config = root.getOptionalConfig('stevedore');
  const clusterConfig = config?.getOptionalString('clusterConfig');
  const each = (key: string) => config?.getOptionalConfigArray(key) ?? [];
  return {
    workDirectory: config?.getOptionalString('workDirectory'),
    definitionsIntervalMs:
      (config?.getOptionalNumber('definitions.intervalSeconds') ?? 5) * 1000,
    remoteFilesFreshMs:
      (config?.getOptionalNumber('definitions.remoteFilesSeconds') ?? 60) *
      1000,
    grants: each('grants').map(grant => ({
      entities: grant.getOptional<FilterPredicate>('entities'),
      repository: grant.getString('repository'),
      branches: grant.getOptionalStringArray('branches') ?? ['*'],
      paths: grant.getOptionalStringArray('paths') ?? ['**'],
      access: grant.getStringArray('access'),
    })),
    registries: each('registries').map(registry => ({
      host: registry.getString('host'),
      public: registry.getOptionalString('access') === 'public',
      insecure: registry.getOptionalBoolean('insecure') ?? false,
      username: registry.getOptionalString('username'),
      password: registry.getOptionalString('password'),
      webhookSecret: registry.getOptionalString('webhookSecret'),
    })),
    policies: each('policies').map(readPolicy),
    clusterConfig:
      clusterConfig === undefined
        ? undefined
        : readClusterConfigFile(clusterConfig),
    secrets: each('secrets').map(textsConfig),
    configMaps: each('configMaps').map(textsConfig),
    tickets: compileTickets(
      each('tickets').map(rule => ({
        pattern: rule.getString('pattern'),
        url: rule.getString('url'),
      })),
    ),
    httpAllow: config?.getOptionalStringArray('http.allow') ?? [],
    identity: {
      name: config?.getOptionalString('git.name') ?? 'Stevedore',
      email: config?.getOptionalString('git.email') ?? 'stevedore@localhost',
    },
    signingKey: config?.getOptionalString('git.signingKey'),
    gitWebhooks: each('git.webhooks').map(sender => ({
      host: sender.getString('host'),
      secret: sender.getString('secret'),
    })),
  };
}

function textsConfig(config: Config): TextsConfig {
  const data = config.getConfig('data');
  return {
    name: config.getString('name'),
    entities: config.getOptional<FilterPredicate>('entities'),
    data: Object.fromEntries(
      data.keys().map(key => [key, data.getString(key)]),
    ),
    version: config.getOptionalString('version'),
    mayBeCommitted: config.getOptionalBoolean('mayBeCommitted') ?? false,
  };
}
