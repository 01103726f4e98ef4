import { ScmIntegrations } from '@backstage/integration';
import {
  builtInSources,
  createEngine,
  createGatekeeping,
  createRolloutActs,
  readOptionsOf,
} from '@stevedore/promotion-engine';
import { CatalogEntities } from './adapters/CatalogEntities';
import { createCommitUrl, createCompareUrl } from './adapters/createCommitUrl';
import { DefinitionReader } from './adapters/DefinitionReader';
import { readPlatformConfig } from './adapters/platformConfig';
import { windowsOfCluster } from './adapters/policies/clusterWindows';
import { windowsOfPolicies } from './adapters/policies/windowsOfPolicies';
import { createContext } from './createContext';
import { HostDeps } from './HostDeps';
import { createRouter } from './router';
import { createServices } from './service';
import { createWebhooks } from './webhooks';
import { CatalogWatcher } from './workers/CatalogWatcher';
import { followMoves } from './workers/followMoves';
import { followSources } from './workers/followSources';
import { startBeating } from './workers/startBeating';
import { startWatching } from './workers/startWatching';
import { UnmappedProjects } from './workers/UnmappedProjects';

export type { HostDeps } from './HostDeps';

/** Builds engine, service and router from what Backstage gives. */
export async function createHost(deps: HostDeps) {
  const { config, logger } = deps;
  const platform = readPlatformConfig(config);
  const { clusterConfig } = platform;
  clusterConfig?.warnings.forEach(warning => logger.warn(warning));
  const integrations = ScmIntegrations.fromConfig(config);
  const { entities, shown, ...context } = await createContext(deps, platform);
  const engine = createEngine(context, builtInSources);
  const gatekeeping = createGatekeeping(context);
  const { rollouts } = deps.extra;
  const rolloutActs = createRolloutActs({ ...context, rollouts });
  const { clock, policies, registry, store } = context;
  const services = createServices({
    ...deps,
    engine,
    gatekeeping,
    rolloutActs,
    platformWindows: [
      ...windowsOfPolicies(platform.policies),
      ...(clusterConfig ? windowsOfCluster(clusterConfig) : []),
    ],
    store,
    registry,
    definitions: shown,
    policies,
    runners: () => deps.sources.runners,
    unmapped: unmappedIn(deps),
    clock,
    commitUrl: createCommitUrl(integrations),
    compareUrl: createCompareUrl(integrations),
    tickets: platform.tickets,
    catalogOwners: ownersOf(entities),
  });
  const watcher = new CatalogWatcher({
    ...deps,
    engine,
    store,
    readOptions: readOptionsOf(registry),
    sources: deps.sources.all,
    reader: new DefinitionReader({
      reader: deps.urlReader,
      integrations,
      clock,
      remoteFreshMs: platform.remoteFilesFreshMs,
    }),
  });
  const following = followSources({
    look: (...what) => watcher.lookAt(...what),
    logger,
  });
  const moves = followMoves({ events: context.events });
  let ends: (() => unknown)[] = [];
  return {
    router: await createRouter(services),
    webhooks: createWebhooks({
      registries: platform.registries,
      gitHosts: platform.gitWebhooks,
      engine,
      logger,
    }),
    async start() {
      await engine.start();
      deps.extra.attach(engine);
      const { changed } = following;
      deps.sources.follow({ changed, moved: moves.moved });
      const everyMs = platform.definitionsIntervalMs;
      ends = [
        startWatching({ look: () => watcher.look(), everyMs, logger }),
        startBeating(deps.signals),
      ];
    },
    async stop() {
      deps.sources.follow(undefined);
      const rest = [following.stop(), moves.stop()];
      await Promise.all([...ends.map(end => end()), ...rest]);
      await engine.stop();
    },
  };
}

function ownersOf(entities: CatalogEntities) {
  return async (ref: string) =>
    ((await entities.get(ref))?.relations ?? [])
      .filter(relation => relation.type === 'ownedBy')
      .map(relation => relation.targetRef);
}

function unmappedIn(deps: HostDeps) {
  const projects = new UnmappedProjects({
    ...deps,
    sources: deps.sources.all,
  });
  return () => projects.list();
}
