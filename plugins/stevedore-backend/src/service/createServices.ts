import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { UnmappedProjects } from '@stevedore/plugin-stevedore-common';
import {
  Clock,
  Definitions,
  Engine,
  Gatekeeping,
  Registry,
  RolloutActs,
  Store,
} from '@stevedore/promotion-engine';
import { Runner } from '@stevedore/plugin-stevedore-node';
import { CommitUrl, CompareUrl } from '../mappers/links';
import { registerPermissions } from '../permissions';
import { readStageResource } from '../permissions/readStageResource';
import { AuditedStevedoreService } from './AuditedStevedoreService';
import { AuthorizedStevedoreService } from './AuthorizedStevedoreService';
import { Authorizer } from './Authorizer';
import { Runners } from './beside/Runners';
import { serviceByRunner } from './beside/serviceByRunner';
import { DefaultStevedoreService } from './DefaultStevedoreService';
import {
  createGatekeepingService,
  GatekeepingService,
  PlatformWindow,
} from './gatekeeping';
import { DefaultOverview, OverviewService } from './overview';
import { createPeopleService, PeopleService } from './people';
import { createRolloutService, RolloutService } from './rollouts';
import { ServiceDeps } from './ServiceDeps';
import { StevedoreService } from './StevedoreService';

export interface CreateServicesDeps {
  engine: Engine;
  store: Store;
  /** The same as the engine's. */
  registry: Pick<Registry, 'gates'>;
  /** The same as the engine's. */
  definitions: Definitions;
  /** The same as the engine's. */
  policies: ServiceDeps['policies'];
  gatekeeping: Gatekeeping;
  rolloutActs: RolloutActs;
  /** Windows in the platform's configuration, for the calendar beyond projects. */
  platformWindows?: readonly PlatformWindow[];
  /** Tickets that a commit's message names; absent: none. */
  tickets?: ServiceDeps['tickets'];
  commitUrl?: CommitUrl;
  compareUrl?: CompareUrl;
  /** What runs pipelines in place of the engine. */
  runners?: () => readonly Runner[];
  /** Projects of places of definitions that no entity gets; absent: there are no such places. */
  unmapped?: () => Promise<UnmappedProjects>;
  clock: Clock;
  permissions: PermissionsService;
  /** When given, permissions, rules and resources of the plugin are registered with it. */
  permissionsRegistry?: Pick<
    PermissionsRegistryService,
    'addPermissions' | 'addResourceType'
  >;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  catalogOwners: (entityRef: string) => Promise<string[]>;
  logger: LoggerService;
}

/** What the router needs. */
export interface Services {
  service: StevedoreService;
  gatekeeping: GatekeepingService;
  people: PeopleService;
  rollouts: RolloutService;
  overview: OverviewService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
}

/** The service in its layers: audited, then authorised, then the work itself. */
export function createServices(deps: CreateServicesDeps): Services {
  const {
    engine,
    store,
    registry,
    definitions,
    policies,
    clock,
    commitUrl,
    compareUrl,
    tickets,
    catalogOwners,
    httpAuth,
    userInfo,
  } = deps;
  const reading: ServiceDeps = {
    engine,
    store,
    definitions,
    policies,
    clock,
    commitUrl,
    compareUrl,
    tickets,
    catalogOwners,
    gates: registry.gates,
  };
  const authorizer = new Authorizer(deps);
  const runners = new Runners(deps.runners ?? (() => []));
  const authorized = serviceByRunner({
    here: new AuthorizedStevedoreService({
      inner: new DefaultStevedoreService(reading),
      authorizer,
      reading,
    }),
    runners,
    authorizer,
    reading,
  });
  if (deps.permissionsRegistry)
    registerPermissions(deps.permissionsRegistry, ref =>
      readStageResource(reading, ref),
    );
  return {
    service: new AuditedStevedoreService({
      inner: authorized,
      auditor: deps.auditor,
    }),
    gatekeeping: createGatekeepingService({
      ...deps,
      authorizer,
      reading,
      runners,
    }),
    people: createPeopleService({ ...deps, authorizer, reading }),
    rollouts: createRolloutService({ ...deps, authorizer, reading }),
    overview: new DefaultOverview({
      authorizer,
      reading,
      besideOf: row => runners.reading(reading, row),
      unmapped: deps.unmapped ?? (async () => ({ items: [], unseen: [] })),
    }),
    httpAuth,
    userInfo,
  };
}
