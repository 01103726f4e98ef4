import {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  builtInKinds,
  builtInSources,
  createChartRepositories,
  createEngine,
  createGitRepositories,
  createHttpClient,
  createOciRegistry,
  createRegistry,
  createValueMasker,
  EngineContext,
  readOptionsOf,
  systemClock,
  ulidIds,
} from '@stevedore/promotion-engine';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { AuthorizationFiles } from './adapters/AuthorizationFiles';
import { CatalogEntities } from './adapters/CatalogEntities';
import { ConfigGrants } from './adapters/ConfigGrants';
import { ConfigPolicies } from './adapters/ConfigPolicies';
import { DefinitionReader } from './adapters/DefinitionReader';
import { ExtraKinds } from './adapters/ExtraKinds';
import { readPlatformConfig } from './adapters/platformConfig';
import { createCommitUrl } from './adapters/createCommitUrl';
import { createQueue } from './adapters/queue';
import { registryCredentials } from './adapters/registryCredentials';
import { createScmCredentials } from './adapters/ScmCredentials';
import { SignalEvents } from './adapters/SignalEvents';
import { StoredDefinitions } from './adapters/StoredDefinitions';
import { createRouter } from './router';
import { createServices } from './service';
import { DatabaseStore } from './store/DatabaseStore';
import { createWebhooks } from './webhooks';
import { CatalogWatcher } from './workers/CatalogWatcher';
import { startWatching } from './workers/startWatching';

export interface HostDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  extra: ExtraKinds;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
}

/** Builds engine, service and router from what Backstage gives. */
export async function createHost(deps: HostDeps) {
  const { config, logger } = deps;
  const platform = readPlatformConfig(config);
  const knex = await deps.database.getClient();
  const postgres = knex.client.config.client === 'pg';
  const store = await DatabaseStore.create({
    database: deps.database,
    clock: systemClock,
  });
  const entities = new CatalogEntities({
    catalog: deps.catalog,
    auth: deps.auth,
    clock: systemClock,
  });
  const entity = (ref: string) => entities.get(ref);
  const masker = createValueMasker();
  const registry = registryOf(deps.extra);
  const readOptions = readOptionsOf(registry);
  const directory = resolve(platform.workDirectory ?? 'stevedore-work');
  const registries = registryCredentials(platform.registries, masker);
  const git = createGitRepositories({
    directory,
    credentials: createScmCredentials(config, masker),
    logger,
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const authorizations = new AuthorizationFiles({
    git,
    integrations,
    clock: systemClock,
    logger,
  });
  const context: EngineContext = {
    store,
    registry,
    masker,
    logger,
    clock: systemClock,
    ids: ulidIds(),
    faults: deps.extra.faults,
    identity: platform.identity,
    // one embedded replica keeps its name, so that a restart has its own claims at once
    replica: postgres ? `${hostname()}-${randomUUID()}` : 'embedded',
    queue: await createQueue({ knex, logger, clock: systemClock }),
    events: new SignalEvents(deps.signals, logger),
    git,
    oci: createOciRegistry(registries),
    charts: createChartRepositories(registries),
    http: createHttpClient({ allow: platform.httpAllow }),
    grants: new ConfigGrants({ platform, entity, authorizations }),
    policies: new ConfigPolicies({ platform, store, entity }),
    definitions: new StoredDefinitions(store, readOptions),
  };
  const engine = createEngine(context, builtInSources);
  const { definitions, policies } = context;
  const services = createServices({
    ...deps,
    engine,
    store,
    registry,
    definitions,
    policies,
    clock: systemClock,
    commitUrl: createCommitUrl(integrations),
    catalogOwners: ownersOf(entity),
  });
  const watcher = new CatalogWatcher({
    ...deps,
    engine,
    store,
    readOptions,
    reader: new DefinitionReader({
      reader: deps.urlReader,
      integrations,
      clock: systemClock,
      remoteFreshMs: platform.remoteFilesFreshMs,
    }),
  });
  let stopWatching = async () => {};
  return {
    router: await createRouter(services),
    webhooks: createWebhooks({
      registries: platform.registries,
      engine,
      logger,
    }),
    async start() {
      await engine.start();
      stopWatching = startWatching({
        look: () => watcher.look(),
        everyMs: platform.definitionsIntervalMs,
        logger,
      });
    },
    async stop() {
      await stopWatching();
      await engine.stop();
    },
  };
}

function registryOf(extra: ExtraKinds) {
  const kinds = builtInKinds();
  return createRegistry({
    steps: [...kinds.steps, ...extra.steps],
    gates: [...kinds.gates, ...extra.gates],
    verifiers: [...kinds.verifiers, ...extra.verifiers],
  });
}

function ownersOf(entity: CatalogEntities['get']) {
  return async (ref: string) =>
    ((await entity(ref))?.relations ?? [])
      .filter(relation => relation.type === 'ownedBy')
      .map(relation => relation.targetRef);
}
