import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ApprovalRule } from '@stevedore/promotion-engine';
import {
  commitOf,
  entryOf,
  requested,
  sampleFreight,
  sampleName,
  second,
} from '@stevedore/promotion-engine/testing';
import express from 'express';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { renderMatrix } from '../__testUtils__/matrix/renderMatrix';
import {
  PERMISSIONS,
  PERSON,
  Role,
  ROLES,
} from '../__testUtils__/matrix/roles';
import { MatrixRow, ROWS } from '../__testUtils__/matrix/rows';
import { createRouter } from '../router';
import { spec } from '../schema/generated/spec';
import {
  callerNamed,
  createWorld,
  PROMOTION,
} from '../service/__testUtils__/world';

const PAGE = resolve(__dirname, '../../../../docs/permissions.md');

const OPERATIONS = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({
    path,
    method: method as 'get' | 'post',
    operation: operationId as string,
  })),
);

/** Promotions that the rows mean by these names. */
const NAMES: Record<string, string> = {
  GLASS: sampleName('prod', 1),
  ASKS: sampleName('dev', 1),
};

/** One of prod whose approvals may be passed in an emergency, one of dev that asks, and a review of the world's own. */
async function seed({ store }: Awaited<ReturnType<typeof createWorld>>) {
  const managers = { from: 'group:default/release-managers' };
  const rule: ApprovalRule = {
    needs: [{ ...managers, count: 1 }],
    excludeRequester: false,
    reasonRequired: false,
    source: 'author',
    breakGlass: { by: managers, review: { from: 'owner' } },
  };
  await store.commit(
    commitOf('shop', [
      requested('prod', 1, { approvals: [rule], digest: 'd' }),
      requested('dev', 1),
      entryOf('promotion.started', { promotion: NAMES.ASKS, stage: 'dev' }),
      entryOf('step.waiting', {
        promotion: NAMES.ASKS,
        index: 0,
        message: 'waits for people',
        error: false,
        ask: { kind: 'approval' },
      }),
      entryOf(
        'review.opened',
        {
          promotion: PROMOTION,
          stage: 'prod',
          freight: sampleFreight(2).name,
          by: ['user:default/rhea'],
          reviewers: [{ from: 'owner' }],
        },
        { reason: 'an emergency' },
      ),
    ]),
  );
  await store.commit(
    commitOf('*', [
      entryOf(
        'delegation.given',
        {
          id: 'd1',
          delegate: 'user:default/ravi',
          ownership: [],
          from: second(1),
          until: second(9),
        },
        { reason: 'on leave' },
      ),
    ]),
  );
}

/** One world for all calls: the engine does nothing, so none of them changes what the next one finds. */
async function setup() {
  const world = await createWorld(name => {
    const role = ROLES.find(each => PERSON[each] === name) ?? 'other service';
    return PERMISSIONS[role];
  });
  await seed(world);
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { principal } = credentials as ReturnType<
        typeof mockCredentials.user
      >;
      const { actor } = callerNamed(principal.userEntityRef.split('/')[1]);
      return {
        userEntityRef: actor.ref,
        ownershipEntityRefs: actor.ownership,
      };
    },
  });
  const httpAuth = mockServices.httpAuth({
    defaultCredentials: mockCredentials.none(),
  });
  const router = await createRouter({ ...world, httpAuth, userInfo });
  const app = express().use(router).use(mockErrorHandler());
  return { ...world, app };
}

function call(
  app: express.Express,
  { operation, at = {}, body }: MatrixRow,
  role: Role,
) {
  const { path, method } = OPERATIONS.find(
    each => each.operation === operation,
  )!;
  const known: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    project: 'shop',
    stage: 'dev',
    name: nameIn(path),
    ...at,
  };
  known.name = NAMES[known.name] ?? known.name;
  const filled = path.replace(/\{(\w+)\}/g, (_, key) => known[key] ?? 'x');
  const sent = request(app)
    [method](filled)
    .query(
      Object.fromEntries(
        Object.entries(at).filter(([key]) => !path.includes(`{${key}}`)),
      ),
    );
  const token = tokenOf(role);
  const signed = token ? sent.set('authorization', token) : sent;
  return method === 'post' ? signed.send(body) : signed;
}

function nameIn(path: string): string {
  if (path.startsWith('/pipelines/')) return 'shop';
  return path.includes('/promotions/') ? PROMOTION : 'a';
}

function tokenOf(role: Role): string | undefined {
  const person = PERSON[role];
  if (person) return mockCredentials.user.header(`user:default/${person}`);
  return role === 'other service'
    ? mockCredentials.service.header()
    : undefined;
}

it('has every operation of the specification, and no other', () => {
  expect(new Set(ROWS.map(row => row.operation))).toEqual(
    new Set(OPERATIONS.map(each => each.operation)),
  );
});

it('is what docs/permissions.md says: npm run docs writes it', () => {
  expect(readFileSync(PAGE, 'utf8')).toContain(renderMatrix(ROWS));
});

describe('who may', () => {
  let world: Awaited<ReturnType<typeof setup>>;
  beforeAll(async () => {
    world = await setup();
  });
  beforeEach(() => jest.clearAllMocks());

  const worked = () =>
    [world.engine, world.held, world.deeds, world.rolloutActs]
      .flatMap(part => Object.values<jest.Mock>(part))
      .filter(mock => mock !== world.engine.denied)
      .filter(mock => mock.mock.calls.length > 0).length;

  describe.each(
    ROWS.map(row => [[row.operation, row.when].filter(Boolean).join(' '), row]),
  )('%s', (_, each) => {
    const row = each as MatrixRow;

    it.each(ROLES)('%s', async role => {
      const before = await world.store.head('shop');
      const { status, body } = await call(world.app, row, role);
      if (row.may.includes(role)) {
        expect([status < 400, body.error]).toEqual([true, undefined]);
        expect(world.engine.denied).not.toHaveBeenCalled();
        return;
      }
      expect([status, body.error?.name]).toEqual(
        role === 'anonymous'
          ? [401, 'AuthenticationError']
          : [403, 'NotAllowedError'],
      );
      expect(worked()).toBe(0);
      expect(await world.store.head('shop')).toEqual(before);
      // what a person was refused stands in the ledger; a service or a stranger never got as far as a project
      expect(world.engine.denied).toHaveBeenCalledTimes(PERSON[role] ? 1 : 0);
    });
  });
});
