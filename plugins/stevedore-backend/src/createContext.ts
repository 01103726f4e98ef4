import { ScmIntegrations } from '@backstage/integration';
import {
  builtInKinds,
  createChartRepositories,
  createGitRepositories,
  createHttpClient,
  createMaskedLogger,
  createOciArtifacts,
  createOciRegistry,
  createPrograms,
  createRegistry,
  createValueMasker,
  Definitions,
  EngineContext,
  Logger,
  readOptionsOf,
  reportSigning,
  systemClock,
  ulidIds,
} from '@stevedore/promotion-engine';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { AuthorizationFiles } from './adapters/AuthorizationFiles';
import { CatalogEntities } from './adapters/CatalogEntities';
import { CatalogPeople } from './adapters/CatalogPeople';
import { ConfigGrants } from './adapters/ConfigGrants';
import { ConfigPolicies } from './adapters/ConfigPolicies';
import { ConfigSecrets } from './adapters/ConfigSecrets';
import { ExtraKinds } from './adapters/ExtraKinds';
import { PlatformConfig } from './adapters/platformConfig';
import { LimitedGrants } from './adapters/policies/LimitedGrants';
import { createQueue } from './adapters/queue';
import { registryCredentials } from './adapters/registryCredentials';
import { createScmCredentials } from './adapters/ScmCredentials';
import { SignalEvents } from './adapters/SignalEvents';
import {
  OwnDefinitions,
  StoredDefinitions,
} from './adapters/StoredDefinitions';
import { HostDeps } from './HostDeps';
import { DatabaseStore } from './store/DatabaseStore';

/** Everything the engine works with, on the services of Backstage. */
export async function createContext(
  deps: HostDeps,
  platform: PlatformConfig,
): Promise<
  EngineContext & {
    entities: CatalogEntities;
    /** With those that something else runs. */
    shown: Definitions;
  }
> {
  const { auth, catalog, config, database } = deps;
  const masker = createValueMasker();
  const logger = createMaskedLogger(deps.logger, masker);
  const clock = systemClock;
  const knex = await database.getClient();
  const postgres = knex.client.config.client === 'pg';
  const store = await DatabaseStore.create({ database, clock });
  const entities = new CatalogEntities({ catalog, auth, clock });
  const entity = (ref: string) => entities.get(ref);
  const registry = registryOf(deps.extra);
  const registries = registryCredentials(platform.registries, masker);
  const { identity, signingKey } = platform;
  if (signingKey) {
    masker.add(signingKey);
    const { able, sentence } = await reportSigning(signingKey);
    logger[able ? 'info' : 'warn'](sentence);
  }
  const git = createGitRepositories({
    directory: resolve(platform.workDirectory ?? 'stevedore-work'),
    credentials: createScmCredentials(config, masker),
    system: { ...identity, signingKey },
    logger,
  });
  const shown = new StoredDefinitions(store, readOptionsOf(registry));
  const definitions = new OwnDefinitions(shown);
  const integrations = ScmIntegrations.fromConfig(config);
  const authorizations = new AuthorizationFiles({
    git,
    integrations,
    clock,
    logger,
  });
  return {
    store,
    registry,
    masker,
    logger,
    clock,
    entities,
    ids: ulidIds(),
    faults: deps.extra.faults,
    identity,
    uiBaseUrl: config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
    // one embedded replica keeps its name, so that a restart has its own claims at once
    replica: postgres ? `${hostname()}-${randomUUID()}` : 'embedded',
    queue: await createQueue({ knex, logger, clock }),
    events: new SignalEvents(deps.signals, logger),
    git,
    oci: createOciRegistry(registries),
    artifacts: createOciArtifacts(registries),
    charts: createChartRepositories(registries),
    http: createHttpClient({ allow: platform.httpAllow }),
    programs: await reportedPrograms(logger),
    grants: new LimitedGrants({
      inner: new ConfigGrants({ platform, entity, authorizations }),
      platform,
      definitions,
      entity,
    }),
    policies: new ConfigPolicies({
      platform,
      definitions,
      store,
      entity,
      people: new CatalogPeople({ catalog, auth, entity }),
    }),
    secrets: new ConfigSecrets({ platform, store, entity }),
    analysisRuns: deps.extra.analysisRuns,
    definitions,
    shown,
  };
}

/** Says at the start what steps that render can count on. */
async function reportedPrograms(logger: Logger) {
  const programs = createPrograms();
  for (const { found, sentence } of await programs.report()) {
    if (found) logger.info(sentence);
    else logger.warn(sentence);
  }
  return programs;
}

function registryOf(extra: ExtraKinds) {
  const kinds = builtInKinds();
  return createRegistry({
    steps: [...kinds.steps, ...extra.steps],
    gates: [...kinds.gates, ...extra.gates],
    verifiers: [...kinds.verifiers, ...extra.verifiers],
  });
}
