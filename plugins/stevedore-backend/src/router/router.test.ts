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
import { acts, DELEGATION, FREEZE, LOCK } from './__testUtils__/acts';
import { Services } from './__testUtils__/Call';
import { reads } from './__testUtils__/reads';
import { createRouter } from './createRouter';

jest.setTimeout(60_000);

const calls = [...reads, ...acts];

type Fake = Record<keyof Services, jest.Mock>;

const METHODS = Object.values(spec.paths).flatMap(path =>
  Object.values(path).map(each => each.operationId),
);

const service = Object.fromEntries(
  METHODS.map(id => [id, jest.fn()]),
) as unknown as Fake;
let app: express.Express;

// once: a router reads the whole specification
beforeAll(async () => {
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
  app = express().use(router).use(mockErrorHandler());
});

beforeEach(() => {
  for (const [id, mock] of Object.entries(service))
    mock.mockReset().mockResolvedValue({ from: id });
});

it('has a route for every operation of the specification', () => {
  expect(new Set(calls.map(each => each[3]))).toEqual(new Set(METHODS));
});

it.each(calls)(
  '%s %s',
  async (method, path, body, operation, input, status) => {
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
  service.getWaiting.mockRejectedValue(error);
  const response = await request(app).get('/waiting');
  expect(response.status).toBe(status);
  expect(response.body.error.message).toBe(error.message);
});

it('takes nothing from nobody, and only reads from services', async () => {
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
  const response = await request(app).get('/openapi.json').expect(200);
  expect(Object.keys(response.body.paths)).toHaveLength(
    Object.keys(spec.paths).length,
  );
});
