import { PromotionQuery } from '@stevedore/promotion-engine';
import {
  freightFound,
  requested,
  sampleFreight,
} from '@stevedore/promotion-engine/testing';
import { Knex } from 'knex';
import { DatabaseStore } from './DatabaseStore';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

const { databases } = testDatabases();
const limit = 10;
const promotions =
  (query: Omit<PromotionQuery, 'limit'>) => (store: DatabaseStore) =>
    store.promotionPage('shop', { ...query, limit });

/** Every list, and whether its index gives the order too. */
const LISTS: [string, (store: DatabaseStore) => Promise<unknown>][] = [
  ['projects', store => store.projects({ after: 'a', limit })],
  [
    'project of an entity',
    store => store.projectOfEntity('component:default/shop'),
  ],
  ['stages', store => store.stages('shop')],
  [
    'freight',
    store => store.freightPage('shop', { limit, after: '2026-01-01/x' }),
  ],
  [
    'freight of a warehouse',
    store => store.freightPage('shop', { limit, origin: 'Warehouse/web' }),
  ],
  [
    'freight found',
    store => store.freightPage('shop', { limit, search: '1.2' }),
  ],
  [
    'where freight is',
    store => store.freightStages('shop', [sampleFreight(1).name]),
  ],
  ['promotions', promotions({ after: 'x' })],
  ['promotions of a stage', promotions({ stage: 'dev' })],
  ['promotions of freight', promotions({ freight: 'f' })],
  ['promotions in a phase', promotions({ phases: ['Failed'] })],
  ['open promotions', store => store.openPromotions('shop')],
  ['open promotions of a stage', store => store.openPromotions('shop', 'dev')],
  ['newest terminal', store => store.newestTerminal('shop', 'dev', 'f')],
  ['locks', store => store.locks('*')],
  ['windows that people set', store => store.windows('*')],
  ['what waits in a queue', store => store.queued({ limit })],
  [
    'more that waits in a queue',
    store => store.queued({ limit, after: 'shop/p' }),
  ],
  ['steps', store => store.steps('shop', 'p')],
  ['approvals', store => store.approvals('shop', ['p'])],
  ['open reviews', store => store.openReviews('shop')],
  ['delegations', store => store.delegations('*', 'user:default/ada')],
  ['entries', store => store.entries('shop', { after: 1, limit })],
  ['history', store => store.history('shop', { limit })],
  [
    'history of a subject',
    store => store.history('shop', { limit, subject: 'freight:x' }),
  ],
  ['subscribers', store => store.subscribers('image:x/y', { limit })],
  [
    'more subscribers',
    store => store.subscribers('image:x/y', { limit, after: 'shop/web' }),
  ],
  [
    'entity links',
    store => store.entityLinks({ limit, after: 'component:default/a' }),
  ],
  ['logs', store => store.logs('shop', 'p', { limit })],
  ['measurements', store => store.measurements('shop', 'v')],
  ['metrics of a gate', store => store.metricFacts('shop', 'prod')],
];

/** What SQLite says it does for each query that runs meanwhile. */
async function plansOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const queries: { sql: string; bindings: Knex.Value[] }[] = [];
  const listen = (query: { sql: string; bindings: Knex.Value[] }) =>
    queries.push(query);
  knex.on('query', listen);
  await run();
  knex.off('query', listen);
  const plans = await Promise.all(
    queries.map(({ sql, bindings }) =>
      knex.raw(`explain query plan ${sql}`, bindings as Knex.Value[]),
    ),
  );
  return plans.flat().map(({ detail }: { detail: string }) => detail);
}

describe('every list is backed by an index', () => {
  let knex: Knex;
  let store: DatabaseStore;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    store = await DatabaseStore.create({
      database: knex,
      clock: { now: () => 0 },
    });
    await store.commit({
      project: 'shop',
      entries: [freightFound(1), requested('dev', 1)],
      expect: [],
    });
  });

  it.each(LISTS)('%s', async (_, list) => {
    const plans = await plansOf(knex, () => list(store));
    expect(plans.join('\n')).toMatch(/INDEX/);
    expect(
      plans.filter(plan => plan.startsWith('SCAN') && !plan.includes('USING')),
    ).toEqual([]);
    expect(plans.filter(plan => plan.includes('TEMP B-TREE'))).toEqual([]);
  });
});
