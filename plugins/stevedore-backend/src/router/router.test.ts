import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { spec } from '../schema/generated/spec';
import { GatekeepingService } from '../service/gatekeeping';
import { OverviewService } from '../service/overview';
import { PeopleService } from '../service/people';
import { RolloutService } from '../service/rollouts';
import { StevedoreService } from '../service/StevedoreService';
import { createRouter } from './createRouter';

// every test reads the whole specification anew
jest.setTimeout(60_000);

type Fake = {
  [K in keyof (GatekeepingService &
    OverviewService &
    PeopleService &
    RolloutService &
    StevedoreService)]: jest.Mock;
};

const METHODS = Object.values(spec.paths).flatMap(path =>
  Object.values(path).map(each => each.operationId),
);

async function setup() {
  const service = Object.fromEntries(
    METHODS.map(id => [id, jest.fn(async () => ({ from: id }))]),
  ) as unknown as Fake;
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: ['user:default/ada', 'group:default/web'],
    }),
  });
  const router = await createRouter({
    service,
    gatekeeping: service,
    people: service,
    rollouts: service,
    overview: service,
    httpAuth: mockServices.httpAuth(),
    userInfo,
  });
  return { service, app: express().use(router).use(mockErrorHandler()) };
}

const digest = { digest: 'd' };
const ROLLOUT = { cluster: 'eu', namespace: 'shop', name: 'web' };
const LOCK = { blocks: 'automatic', reason: 'r', entities: ['system:a/b'] };
const DELEGATION = { delegate: 'user:default/bo', until: 'u', reason: 'r' };
const CALENDAR = { calendar: 'BEGIN:VCALENDAR', reason: 'r' };
const FREEZE = {
  name: 'freeze',
  kind: 'Deny',
  start: '2026-12-20T00:00:00Z',
  end: '2027-01-04T00:00:00Z',
  reason: 'r',
};
const table: [
  'get' | 'post',
  string,
  object | undefined,
  keyof Fake,
  object | undefined,
  number,
][] = [
  [
    'get',
    '/pipelines/component/default/web?limit=5',
    undefined,
    'getPipeline',
    { kind: 'component', namespace: 'default', name: 'web', limit: 5 },
    200,
  ],
  [
    'get',
    '/projects/web/freight?limit=10&search=1.2',
    undefined,
    'listFreight',
    { project: 'web', limit: 10, search: '1.2' },
    200,
  ],
  [
    'get',
    '/projects/web/promotions?phase=Running',
    undefined,
    'listPromotions',
    { project: 'web', phase: 'Running' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions',
    { stage: 'dev', freight: 'a', reason: 'r' },
    'requestPromotion',
    { project: 'web', stage: 'dev', freight: 'a', reason: 'r' },
    201,
  ],
  [
    'post',
    '/projects/web/stages/prod/targets',
    { freight: 'a', targets: ['eu'] },
    'requestTargets',
    { project: 'web', stage: 'prod', freight: 'a', targets: ['eu'] },
    201,
  ],
  [
    'get',
    '/projects/web/promotions/dev.1.a',
    undefined,
    'getPromotion',
    { project: 'web', name: 'dev.1.a' },
    200,
  ],
  [
    'get',
    '/projects/web/promotions/dev.1.a/logs?after=3',
    undefined,
    'getPromotionLogs',
    { project: 'web', name: 'dev.1.a', after: '3' },
    200,
  ],
  [
    'post',
    '/projects/web/plans',
    { stage: 'dev', freight: 'a' },
    'planPromotion',
    { project: 'web', stage: 'dev', freight: 'a' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/approve',
    digest,
    'approvePromotion',
    { project: 'web', name: 'p', digest: 'd' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/reject',
    digest,
    'rejectPromotion',
    { project: 'web', name: 'p', digest: 'd' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/withdraw',
    undefined,
    'withdrawDecision',
    { project: 'web', name: 'p' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/abort',
    { reason: 'r' },
    'abortPromotion',
    { project: 'web', name: 'p', reason: 'r' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/retry',
    {},
    'retryPromotion',
    { project: 'web', name: 'p' },
    200,
  ],
  [
    'post',
    '/projects/web/freight',
    { warehouse: 'w', images: [{ repoURL: 'r', tag: '1' }], alias: 'a' },
    'createFreight',
    {
      project: 'web',
      warehouse: 'w',
      images: [{ repoURL: 'r', tag: '1' }],
      alias: 'a',
    },
    201,
  ],
  [
    'post',
    '/projects/web/freight/amber-otter/alias',
    { alias: 'golden' },
    'changeAlias',
    { project: 'web', name: 'amber-otter', alias: 'golden' },
    200,
  ],
  [
    'post',
    '/projects/web/freight/a/waive',
    { stage: 'prod', reason: 'r' },
    'waiveFreight',
    { project: 'web', name: 'a', stage: 'prod', reason: 'r' },
    204,
  ],
  [
    'post',
    '/projects/web/freight/a/quarantine',
    { reason: 'r' },
    'quarantineFreight',
    { project: 'web', name: 'a', reason: 'r' },
    200,
  ],
  [
    'post',
    '/projects/web/freight/a/lift',
    { reason: 'r' },
    'liftQuarantine',
    { project: 'web', name: 'a', reason: 'r' },
    200,
  ],
  [
    'post',
    '/projects/web/stages/dev/verify',
    undefined,
    'verifyStage',
    { project: 'web', stage: 'dev' },
    204,
  ],
  [
    'post',
    '/projects/web/stages/dev/stop-verification',
    { reason: 'r' },
    'stopVerification',
    { project: 'web', stage: 'dev', reason: 'r' },
    204,
  ],
  [
    'get',
    '/projects/web/stages/dev/rollback',
    undefined,
    'getRollback',
    { project: 'web', stage: 'dev' },
    200,
  ],
  [
    'post',
    '/projects/web/stages/dev/rollback',
    { freight: 'a', quarantine: true, reason: 'r' },
    'rollbackStage',
    {
      project: 'web',
      stage: 'dev',
      freight: 'a',
      quarantine: true,
      reason: 'r',
    },
    201,
  ],
  [
    'post',
    '/projects/web/promotions',
    { stage: 'dev', freight: 'a', inputs: { ticket: 'T-1' } },
    'requestPromotion',
    { project: 'web', stage: 'dev', freight: 'a', inputs: { ticket: 'T-1' } },
    201,
  ],
  [
    'get',
    '/projects/web/stages/dev/rollouts',
    undefined,
    'getRollouts',
    { project: 'web', stage: 'dev' },
    200,
  ],
  [
    'post',
    '/projects/web/stages/dev/rollouts',
    { ...ROLLOUT, act: 'abort', seen: 's', reason: 'r' },
    'actOnRollout',
    {
      ...{ project: 'web', stage: 'dev' },
      ...{ ...ROLLOUT, act: 'abort', seen: 's', reason: 'r' },
    },
    204,
  ],
  [
    'get',
    '/projects/web/stages/dev/verification',
    undefined,
    'getVerification',
    { project: 'web', stage: 'dev' },
    200,
  ],
  [
    'get',
    '/projects/web/warehouses/w',
    undefined,
    'getWarehouse',
    { project: 'web', warehouse: 'w' },
    200,
  ],
  [
    'post',
    '/projects/web/warehouses/w/refresh',
    undefined,
    'refreshWarehouse',
    { project: 'web', warehouse: 'w' },
    202,
  ],
  [
    'post',
    '/projects/web/stages/dev/hold',
    { origin: 'Warehouse/w' },
    'holdStage',
    { project: 'web', stage: 'dev', origin: 'Warehouse/w' },
    204,
  ],
  [
    'post',
    '/projects/web/stages/dev/resume',
    { origin: 'Warehouse/w' },
    'resumeStage',
    { project: 'web', stage: 'dev', origin: 'Warehouse/w' },
    204,
  ],
  [
    'get',
    '/projects/web/drift?stage=dev',
    undefined,
    'getDrift',
    { project: 'web', stage: 'dev' },
    200,
  ],
  [
    'get',
    '/projects/web/history?before=9',
    undefined,
    'getHistory',
    { project: 'web', before: 9 },
    200,
  ],
  [
    'get',
    '/projects/web/ledger?after=0&limit=1000',
    undefined,
    'getLedger',
    { project: 'web', after: 0, limit: 1000 },
    200,
  ],
  [
    'get',
    '/ledger/verify?project=web',
    undefined,
    'verifyLedger',
    { project: 'web' },
    200,
  ],
  [
    'get',
    '/waiting?after=a%2Fweb&limit=5',
    undefined,
    'getWaiting',
    { after: 'a/web', limit: 5 },
    200,
  ],
  [
    'get',
    '/pipelines?search=we&waiting=true',
    undefined,
    'listPipelines',
    { search: 'we', waiting: true, mine: false },
    200,
  ],
  [
    'get',
    '/projects/web/stages/prod/gates?freight=a&at=2026-05-04T18:00:00Z',
    undefined,
    'whatIf',
    {
      project: 'web',
      stage: 'prod',
      freight: 'a',
      at: '2026-05-04T18:00:00Z',
    },
    200,
  ],
  [
    'post',
    '/projects/web/freight/a/tests',
    { name: 'e2e', outcome: 'failed' },
    'reportTest',
    { project: 'web', name: 'a', test: { name: 'e2e', outcome: 'failed' } },
    200,
  ],
  [
    'get',
    '/calendar?project=web',
    undefined,
    'getCalendar',
    { project: 'web' },
    200,
  ],
  ['get', '/calendar.ics', undefined, 'exportCalendar', {}, 200],
  ['post', '/windows', FREEZE, 'setWindow', FREEZE, 201],
  ['post', '/windows/import', CALENDAR, 'importWindows', CALENDAR, 201],
  [
    'post',
    '/windows/w/end',
    { reason: 'over' },
    'endWindow',
    { id: 'w', reason: 'over' },
    200,
  ],
  ['post', '/locks', LOCK, 'setLock', LOCK, 201],
  [
    'post',
    '/locks/l/release',
    { project: 'web', queue: 'drop' },
    'releaseLock',
    { id: 'l', project: 'web', queue: 'drop' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/break-glass',
    { digest: 'd', reason: 'r' },
    'breakGlass',
    { project: 'web', name: 'p', digest: 'd', reason: 'r' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/review',
    { reason: 'r' },
    'closeReview',
    { project: 'web', name: 'p', reason: 'r' },
    200,
  ],
  [
    'post',
    '/projects/web/promotions/p/steps/4/answer',
    { action: 'submit', values: { version: '1' } },
    'answerStep',
    {
      project: 'web',
      name: 'p',
      step: 4,
      action: 'submit',
      values: { version: '1' },
    },
    200,
  ],
  ['get', '/delegations', undefined, 'getDelegations', undefined, 200],
  ['post', '/delegations', DELEGATION, 'delegate', DELEGATION, 201],
  [
    'post',
    '/delegations/x/end',
    { reason: 'back' },
    'endDelegation',
    { id: 'x', reason: 'back' },
    204,
  ],
];

it('has a route for every operation of the specification', () => {
  expect(new Set(table.map(each => each[3]))).toEqual(new Set(METHODS));
});

it.each(table)(
  '%s %s',
  async (method, path, body, operation, input, status) => {
    const { app, service } = await setup();
    const call = request(app)[method](path);
    const response = await (body ? call.send(body) : call);
    expect(response.status).toBe(status);
    const caller = expect.objectContaining({
      actor: {
        ref: 'user:default/ada',
        ownership: ['user:default/ada', 'group:default/web'],
      },
    });
    expect(service[operation]).toHaveBeenCalledWith(
      ...(input ? [input, caller] : [caller]),
    );
  },
);

it.each<['get' | 'post', string, object | undefined]>([
  ['post', '/projects/web/plans', { stage: 'dev' }],
  [
    'post',
    '/projects/web/promotions',
    { stage: 'dev', freight: 'a', requester: 'user:default/boss' },
  ],
  ['post', '/projects/web/promotions/p/approve', {}],
  ['post', '/projects/web/promotions/p/approve', { digest: 7 }],
  ['post', '/projects/web/stages/dev/hold', {}],
  ['get', '/projects/web/freight?limit=1000', undefined],
  ['get', '/projects/web/freight?nonsense=1', undefined],
  ['get', '/projects/web/promotions?phase=Nonsense', undefined],
  ['get', '/ledger/verify', undefined],
  ['post', '/projects/web/promotions/p/break-glass', { digest: 'd' }],
  ['post', '/projects/web/promotions/p/review', {}],
  ['post', '/projects/web/promotions/p/steps/4/answer', { action: 'yes' }],
  ['post', '/delegations', { ...DELEGATION, reason: '' }],
  ['post', '/locks', { blocks: 'some', reason: 'r' }],
  ['post', '/locks', { blocks: 'all' }],
  ['post', '/locks/l/release', { queue: 'maybe' }],
  ['post', '/windows', { ...FREEZE, kind: 'Perhaps' }],
  ['get', '/projects/web/stages/prod/gates', undefined],
  ['post', '/projects/web/freight/a/tests', { name: 'e2e', outcome: 'so-so' }],
])('answers 400 to %s %s %j', async (method, path, body) => {
  const { app, service } = await setup();
  const response = await (body
    ? request(app)[method](path).send(body)
    : request(app)[method](path));
  expect(response.status).toBe(400);
  expect(response.body.error.message).toEqual(expect.any(String));
  expect(
    Object.values(service).every(mock => mock.mock.calls.length === 0),
  ).toBe(true);
});

it.each([
  [new NotFoundError('no such'), 404],
  [new ConflictError('the plan changed'), 409],
  [new NotAllowedError('not you'), 403],
])('answers %s with %i', async (error, status) => {
  const { app, service } = await setup();
  service.getWaiting.mockRejectedValue(error);
  const response = await request(app).get('/waiting');
  expect(response.status).toBe(status);
  expect(response.body.error.message).toBe(error.message);
});

it('takes nothing from nobody, and only reads from services', async () => {
  const { app, service } = await setup();
  await request(app)
    .get('/waiting')
    .set('authorization', mockCredentials.none.header())
    .expect(401);
  await request(app)
    .get('/ledger/verify?project=web')
    .set('authorization', mockCredentials.service.header())
    .expect(200);
  await request(app)
    .post('/projects/web/plans')
    .send({ stage: 'dev', freight: 'a' })
    .set('authorization', mockCredentials.service.header())
    .expect(403);
  expect(service.planPromotion).not.toHaveBeenCalled();
});

it('lets bots lock, release and report tests, and nothing else', async () => {
  const { app, service } = await setup();
  const bot = mockCredentials.service.header();
  const post = (path: string, body: object) =>
    request(app).post(path).send(body).set('authorization', bot);
  await post('/locks', LOCK).expect(201);
  await post('/locks/l/release', {}).expect(200);
  const test = { name: 'e2e', outcome: 'passed' };
  await post('/projects/web/freight/a/tests', test).expect(200);
  await post('/windows', FREEZE).expect(403);
  expect(service.setWindow).not.toHaveBeenCalled();
  expect(service.setLock.mock.calls[0][1].actor.ref).toMatch(/^component:/);
});

it('serves its specification', async () => {
  const { app } = await setup();
  const response = await request(app).get('/openapi.json').expect(200);
  expect(Object.keys(response.body.paths)).toHaveLength(
    Object.keys(spec.paths).length,
  );
});
