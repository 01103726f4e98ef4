import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import {
  callerNamed,
  createWorld,
  PROMOTION,
} from '../service/__testUtils__/world';
import { sampleFreight } from '@stevedore/promotion-engine/testing';
import { createRouter } from './createRouter';

// every test reads the whole specification anew
jest.setTimeout(60_000);

async function setup() {
  const world = await createWorld();
  await world.store.appendLog('shop', PROMOTION, {
    at: 'now',
    step: 'push',
    text: 'from https://me:secret@host/x',
  });
  const { actor } = callerNamed('ravi');
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: actor.ref,
      ownershipEntityRefs: actor.ownership,
    }),
  });
  const router = await createRouter(
    { ...world, httpAuth: mockServices.httpAuth(), userInfo },
    { validateResponses: true },
  );
  return express().use(router).use(mockErrorHandler());
}

const FREIGHT = sampleFreight(2).name;
const prod = `/projects/shop/promotions/${PROMOTION}`;

it.each<['get' | 'post', string, object, number]>([
  ['get', '/pipelines/component/default/shop', {}, 200],
  ['get', '/projects/shop/freight', {}, 200],
  ['get', '/projects/shop/promotions', {}, 200],
  ['get', prod, {}, 200],
  ['get', `${prod}/logs`, {}, 200],
  ['get', '/waiting', {}, 200],
  ['get', '/pipelines?mine=true&search=sho', {}, 200],
  ['get', '/pipelines?mine=false', {}, 400],
  ['get', '/delegations', {}, 200],
  ['post', '/delegations/d1/end', {}, 204],
  ['post', `${prod}/break-glass`, { digest: 'd' }, 400],
  ['post', `${prod}/break-glass`, { digest: 'd', reason: 'r' }, 403],
  ['post', `${prod}/review`, { reason: 'r' }, 404],
  ['post', `${prod}/steps/x/answer`, { action: 'approve' }, 400],
  ['post', `${prod}/steps/0/answer`, { action: 'approve' }, 200],
  [
    'post',
    `${prod}/approve`,
    { digest: 'd', onBehalfOf: 'user:default/x' },
    403,
  ],
  ['get', '/calendar', {}, 200],
  ['get', '/calendar?project=shop&from=2026-01-01T00:00:00Z', {}, 200],
  ['get', '/calendar.ics', {}, 200],
  ['get', `/projects/shop/stages/prod/gates?freight=${FREIGHT}`, {}, 200],
  ['post', '/locks', { blocks: 'all', reason: 'incident' }, 201],
  ['post', '/locks/01LOCK/release', { queue: 'release' }, 200],
  [
    'post',
    '/windows',
    {
      name: 'freeze',
      kind: 'Deny',
      start: '2026-12-20',
      end: '2027-01-04T00:00:00Z',
      reason: 'holidays',
    },
    201,
  ],
  ['post', '/windows/01WINDOW/end', {}, 200],
  [
    'post',
    '/windows/import',
    {
      reason: 'holidays',
      calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    },
    201,
  ],
  [
    'post',
    `/projects/shop/freight/${FREIGHT}/tests`,
    { name: 'e2e', outcome: 'passed' },
    200,
  ],
  ['get', '/projects/shop/history', {}, 200],
  ['get', '/projects/shop/ledger', {}, 200],
  ['get', '/ledger/verify?project=shop', {}, 200],
  ['get', '/projects/nope/freight', {}, 404],
  ['post', '/projects/shop/plans', { stage: 'prod', freight: 'a' }, 200],
  ['post', '/projects/shop/promotions', { stage: 'prod', freight: 'a' }, 201],
  ['post', `${prod}/approve`, { digest: 'd' }, 200],
  ['post', `${prod}/abort`, {}, 200],
  ['post', '/projects/shop/warehouses/web/refresh', {}, 202],
  ['post', '/projects/shop/stages/dev/hold', { origin: 'Warehouse/web' }, 204],
  [
    'post',
    '/projects/shop/freight/a/waive',
    { stage: 'prod', reason: 'r' },
    204,
  ],
  ['post', '/projects/shop/freight/a/waive', { stage: 'prod' }, 400],
  ['post', '/projects/shop/freight/a/quarantine', { reason: 'r' }, 200],
  ['post', '/projects/shop/freight/a/quarantine', { reason: '' }, 400],
  ['post', '/projects/shop/freight/a/lift', { reason: 'r' }, 200],
  ['post', '/projects/shop/stages/dev/verify', {}, 204],
  ['post', '/projects/shop/stages/dev/stop-verification', {}, 204],
  ['post', '/projects/shop/stages/nope/verify', {}, 404],
  ['get', '/projects/shop/stages/dev/rollback', {}, 200],
  ['get', '/projects/shop/stages/nope/rollback', {}, 404],
  ['post', '/projects/shop/stages/dev/rollback', { reason: 'r' }, 201],
  ['post', '/projects/shop/stages/dev/rollback', { why: 'r' }, 400],
  [
    'post',
    '/projects/shop/plans',
    { stage: 'prod', freight: 'a', rollback: true },
    200,
  ],
])(
  '%s %s answers what the specification says',
  async (method, path, body, status) => {
    const app = await setup();
    const call = request(app)
      [method](path)
      .set('authorization', mockCredentials.user.header('user:default/ravi'));
    const response = await (method === 'post' ? call.send(body) : call);
    expect([response.status, response.body.error]).toEqual([
      status,
      status < 400 ? undefined : response.body.error,
    ]);
    expect(JSON.stringify(response.body)).not.toContain('secret');
  },
);

it('would notice an answer that the specification does not describe', async () => {
  const { service, gatekeeping, people, rollouts, overview } =
    await createWorld();
  jest
    .spyOn(service, 'getWaiting')
    .mockResolvedValue({ items: [{ name: 7 }] } as never);
  const userInfo = mockServices.userInfo();
  const router = await createRouter(
    {
      service,
      gatekeeping,
      people,
      rollouts,
      overview,
      httpAuth: mockServices.httpAuth(),
      userInfo,
    },
    { validateResponses: true },
  );
  const app = express().use(router).use(mockErrorHandler());
  expect((await request(app).get('/waiting')).status).not.toBe(200);
});
