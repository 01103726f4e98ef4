import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  stevedorePermissions,
  stevedorePlatformPermissions,
} from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRule,
  builtInKinds,
  Engine,
  FreightRequest,
  Gatekeeping,
  LockRow,
  NewEntry,
  Project,
  RolloutActs,
  Stage,
  WindowRow,
} from '@stevedore/promotion-engine';
import {
  commitOf,
  definitionAccepted,
  entryOf,
  freightFound,
  MemoryStore,
  requested,
  sampleFreight,
  sampleName,
  second,
} from '@stevedore/promotion-engine/testing';
import { createServices } from '../createServices';
import { Caller } from '../StevedoreService';

const GROUPS: Record<string, string> = {
  ada: 'group:default/team-web',
  rhea: 'group:default/release-managers',
  ravi: 'group:default/release-managers',
  alex: 'group:default/platform-admins',
  vera: 'group:default/viewers',
};
const ALL = [...stevedorePermissions, ...stevedorePlatformPermissions].map(
  each => each.name,
);
/** What a platform would let these people do. */
const ALLOWED: Record<string, string[]> = {
  ada: ALL.filter(
    name =>
      name !== 'stevedore.promotion.approve' &&
      name !== 'stevedore.freight.waive' &&
      name !== 'stevedore.freight.lift' &&
      name !== 'stevedore.platform.lock' &&
      name !== 'stevedore.platform.freeze',
  ),
  rhea: ALL,
  ravi: ALL,
  alex: ALL,
  vera: ['stevedore.pipeline.read'],
  stranger: [],
};

const origin = { kind: 'Warehouse' as const, name: 'web' };
const rule: ApprovalRule = {
  needs: [{ count: 2, from: 'group:default/release-managers' }],
  excludeRequester: true,
  reasonRequired: false,
  source: 'author',
};

const stage = (
  name: string,
  from: string[],
  approvals: ApprovalRule[] = [],
): Stage => {
  const sources: FreightRequest['sources'] = {
    direct: from.length === 0,
    stages: from,
    requiredSoakMs: 0,
    availabilityStrategy: 'OneOf',
    selectionPolicy: 'NewestFreight',
  };
  return {
    name,
    labels: {},
    vars: [],
    approvals,
    requestedFreight: [{ origin, sources }],
    promotionTemplate: { vars: [], steps: [] },
  };
};

export const project: Project = {
  name: 'shop',
  warehouses: [
    {
      name: 'web',
      intervalMs: 2000,
      freightCreationPolicy: 'Automatic',
      subscriptions: [],
    },
  ],
  stages: [
    stage('dev', []),
    stage('staging', ['dev']),
    stage('prod', ['staging'], [rule]),
  ],
  promotionPolicies: [
    { selector: { name: 'dev' }, autoPromotionEnabled: true },
  ],
  analysisTemplates: [],
  tasks: [],
};

/** Asked for prod by Rhea; waits for two others. */
export const PROMOTION = sampleName('prod', 2);

export const entries: NewEntry[] = [
  definitionAccepted(),
  freightFound(1),
  freightFound(2),
  entryOf(
    'promotion.requested',
    {
      request: {
        ...requestOf('prod', 2),
        approvals: [rule],
        automatic: false,
        digest: 'd',
      },
    },
    { actor: 'user:default/rhea', at: second(2) },
  ),
];

function requestOf(name: string, n: number) {
  const entry = requested(name, n);
  if (entry.verb !== 'promotion.requested') throw new Error('not a request');
  return entry.data.request;
}

const LOCK: LockRow = {
  project: '*',
  id: '01LOCK',
  scope: {},
  blocks: 'all',
  actor: 'user:default/rhea',
  at: second(1),
  reason: 'incident',
  version: 1,
};
const WINDOW: WindowRow = {
  project: 'shop',
  id: '01WINDOW',
  scope: { stages: { name: 'prod' } },
  window: {
    name: 'freeze',
    kind: 'Deny',
    dtstart: '20260101T000000Z',
    dtend: '20260102T000000Z',
  },
  actor: 'user:default/rhea',
  at: second(1),
  reason: 'holidays',
  version: 1,
};

/** Services over a store in memory, an engine that does nothing, and people whom a policy lets do what the table says. */
export async function createWorld(
  allowed: (name: string) => readonly string[] = name => ALLOWED[name],
) {
  const clock = { now: () => Date.parse(second(60)) };
  const store = new MemoryStore(clock);
  await store.commit(commitOf('shop', entries));
  const row = async () => (await store.promotion('shop', PROMOTION))!;
  const freight = async () =>
    (await store.freight('shop', sampleFreight(2).name))!;
  const acts = {
    request: jest.fn(row),
    approve: jest.fn(row),
    reject: jest.fn(row),
    withdraw: jest.fn(row),
    abort: jest.fn(row),
    retry: jest.fn(row),
    rollback: jest.fn(row),
  };
  const gates = { open: true, verdicts: [] };
  const plan = {
    promotion: PROMOTION,
    freight: sampleFreight(2).name,
    stage: 'prod',
    steps: [],
    digest: 'd',
    readSet: {},
    outcomes: [],
    pins: { now: second(2), seed: '', inputs: {} },
    effects: [
      {
        step: 'push',
        kind: 'git-push',
        target: 'push to main of https://me:secret@host/x',
        files: [{ path: 'a.yaml', mode: '100644' }],
        call: { tag: '1' },
      },
    ],
    diffs: [
      {
        step: 'push',
        repoURL: 'https://me:secret@host/x',
        branch: 'main',
        path: 'a.yaml',
        text: '+tag: 1',
        binary: false,
      },
    ],
  };
  await store.savePlan('shop', plan);
  const engine = {
    health: jest.fn(async () => undefined),
    drift: jest.fn(async () => undefined),
    commits: jest.fn(async () => ({ sources: [], unknown: [] })),
    ...acts,
    plan: jest.fn(async () => ({ plan, gates, action: 'Promote' })),
    requestTargets: jest.fn(async () => [
      { target: 'eu', stage: 'prod.eu', promotion: await row() },
    ]),
    createFreight: jest.fn(freight),
    changeAlias: jest.fn(freight),
    waive: jest.fn(),
    quarantine: jest.fn(freight),
    liftQuarantine: jest.fn(freight),
    verifyAgain: jest.fn(),
    stopVerification: jest.fn(),
    refresh: jest.fn(),
    hold: jest.fn(),
    resume: jest.fn(),
    denied: jest.fn(),
  };
  const deeds = {
    breakGlass: jest.fn(row),
    closeReview: jest.fn(async () => store.review('shop', PROMOTION)),
    answerStep: jest.fn(row),
    delegate: jest.fn(async () => store.delegation('*', 'd1')),
    endDelegation: jest.fn(),
  };
  // beside the others, which tests count
  Object.defineProperty(engine, 'people', { value: deeds });
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission }) => {
        const name = nameOf(credentials as Caller['credentials']);
        return {
          result: allowed(name).includes(permission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        };
      }),
  });
  const succeeded = jest.fn();
  const failed = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({ success: succeeded, fail: failed })),
  });
  const gatekeeping = {
    whatIf: jest.fn(async () => gates),
    lock: jest.fn(async () => LOCK),
    release: jest.fn(async () => LOCK),
    setWindow: jest.fn(async () => WINDOW),
    endWindow: jest.fn(async () => WINDOW),
    report: jest.fn(freight),
  };
  const rolloutActs = {
    read: jest.fn(async () => []),
    act: jest.fn(),
  };
  const {
    service,
    people,
    rollouts,
    overview,
    gatekeeping: gatekeepingService,
  } = createServices({
    engine: engine as unknown as Engine,
    store,
    registry: { gates: builtInKinds().gates },
    definitions: {
      load: async name =>
        name === 'shop'
          ? { project, entityRef: 'component:default/shop' }
          : undefined,
    },
    policies: {
      approvals: async (_, each) => each.approvals,
      standsFor: async user =>
        [user, GROUPS[user.split('/')[1]]].filter(Boolean),
      usersByEmail: async () => ({}),
      rules: async () => ({ steps: [], windows: [] }),
      concerns: async (_, scopes) => scopes.map(() => true),
    },
    gatekeeping: gatekeeping as unknown as Gatekeeping,
    rolloutActs: rolloutActs as unknown as RolloutActs,
    clock,
    permissions,
    httpAuth: mockServices.httpAuth(),
    userInfo: mockServices.userInfo(),
    auditor,
    catalogOwners: async () => ['group:default/team-web'],
    logger: mockServices.logger.mock(),
  });
  return {
    service,
    gatekeeping: gatekeepingService,
    people,
    rollouts,
    rolloutActs,
    overview,
    deeds,
    held: gatekeeping,
    store,
    engine,
    auditor,
    succeeded,
    failed,
  };
}

export function callerNamed(name: string): Caller {
  const ref = `user:default/${name}`;
  return {
    credentials: mockCredentials.user(ref),
    actor: { ref, ownership: [ref, GROUPS[name]].filter(Boolean) },
  };
}

function nameOf({ principal }: Caller['credentials']): string {
  const { userEntityRef = '/service' } = principal as {
    userEntityRef?: string;
  };
  return userEntityRef.split('/')[1];
}
