import { RunnerView } from '@stevedore/plugin-stevedore-node';
import { FreightRow, PromotionRow, Store } from '@stevedore/promotion-engine';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { shownStore } from './shownStore';

const PROJECT = 'shop';
const NOTHING: RunnerView = {
  stages: [],
  freight: [],
  freightStages: [],
  promotions: [],
  steps: new Map(),
  discoveries: new Map(),
  health: new Map(),
  verifications: [],
};

const freight = (index: number, more: Partial<FreightRow> = {}) =>
  ({
    project: PROJECT,
    name: `${index}`.repeat(40),
    alias: `alias-${index}`,
    origin: { kind: 'Warehouse', name: index % 2 ? 'odd' : 'even' },
    discoveredAt: `2026-03-0${index}T10:00:00.000Z`,
    createdBy: 'component:warehouse',
    images: [{ repoURL: 'a', tag: `1.${index}.0`, digest: '' }],
    commits: [],
    charts: [],
    artifacts: [],
    metadata: {},
    version: 0,
    ...more,
  } as FreightRow);

const promotion = (
  at: number,
  phase: PromotionRow['phase'],
  stage = 'dev',
): PromotionRow =>
  ({
    project: PROJECT,
    name: `${stage}.01jzzzzzzzzzzzzzzzzzzzzz0${at}.1111111`,
    stage,
    freight: freight(1),
    phase,
    requester: 'email:eve@acme.dev',
    requestedAt: `2026-03-0${at}T11:00:00.000Z`,
    finishedAt:
      phase === 'Succeeded' ? `2026-03-0${at}T12:00:00.000Z` : undefined,
  } as unknown as PromotionRow);

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe('what a runner shows, read like a store', () => {
  const view = {
    ...NOTHING,
    freight: [1, 2, 3, 4, 5].map(index => freight(index)),
    promotions: [
      promotion(1, 'Succeeded'),
      promotion(3, 'Pending'),
      promotion(2, 'Running', 'prod'),
    ],
  };
  let own: MemoryStore;
  let store: Store;

  beforeEach(() => {
    own = new MemoryStore({ now: () => 0 });
    store = shownStore(own, view);
  });

  it('has freight in pages, newest first, of an origin or by a search', async () => {
    const first = await store.freightPage(PROJECT, { limit: 2 });
    expect(names(first.items)).toEqual(['5'.repeat(40), '4'.repeat(40)]);
    const { next: after } = first;
    const second = await store.freightPage(PROJECT, { limit: 3, after });
    expect(names(second.items)).toEqual([3, 2, 1].map(n => `${n}`.repeat(40)));
    expect(second.next).toBeUndefined();
    const query = { limit: 9, origin: 'Warehouse/even' };
    expect((await store.freightPage(PROJECT, query)).items).toHaveLength(2);
    for (const search of ['1.3.', 'ALIAS-3', '333'])
      expect(
        names((await store.freightPage(PROJECT, { limit: 9, search })).items),
      ).toEqual(['3'.repeat(40)]);
    expect((await store.freightByAlias(PROJECT, 'alias-2'))?.name).toBe(
      '2'.repeat(40),
    );
  });

  it('has promotions by the time in their names, and those that are open oldest first', async () => {
    const page = await store.promotionPage(PROJECT, { limit: 2 });
    expect(page.items.map(({ phase }) => phase)).toEqual([
      'Pending',
      'Running',
    ]);
    const rest = await store.promotionPage(PROJECT, {
      limit: 2,
      after: page.next,
    });
    expect(rest.items.map(({ phase }) => phase)).toEqual(['Succeeded']);
    const open = await store.openPromotions(PROJECT);
    expect(open.map(({ stage }) => stage)).toEqual(['prod', 'dev']);
    expect(await store.openPromotions(PROJECT, 'prod')).toHaveLength(1);
    const ended = await store.newestTerminal(PROJECT, 'dev', '1'.repeat(40));
    expect(ended?.phase).toBe('Succeeded');
  });

  it('has nothing that only the engine has, and the portal’s own ledger', async () => {
    expect(await store.approvals(PROJECT, ['x'])).toEqual([]);
    expect(await store.locks(PROJECT)).toEqual([]);
    expect(await store.plan(PROJECT, 'x')).toBeUndefined();
    await store.commit({
      project: PROJECT,
      expect: [],
      entries: [
        {
          verb: 'denied',
          actor: 'user:default/ada',
          at: '2026-03-04T10:00:00.000Z',
          subject: 'project:shop',
          data: { operation: 'x' },
        },
      ],
    });
    expect(await own.entries(PROJECT, { limit: 9 })).toHaveLength(1);
  });

  it('tells what happened there and here in one history, each promotion once', async () => {
    const asked = view.promotions[0].name;
    const told = (verb: 'runner.asked' | 'runner.answered', at: string) => ({
      verb,
      at,
      actor: 'user:default/ada',
      subject: `promotion:${asked}`,
      data: { operation: 'promote' as const, stage: 'dev', promotion: asked },
    });
    await own.commit({
      project: PROJECT,
      expect: [],
      entries: [
        told('runner.asked', '2026-03-01T10:59:00.000Z'),
        told('runner.answered', '2026-03-01T11:00:00.000Z'),
      ],
    });
    const all = await store.history(PROJECT, { limit: 99 });
    const verbs = all.items.map(({ verb, subject }) => `${verb} ${subject}`);
    expect(verbs).not.toContain(`promotion.requested promotion:${asked}`);
    expect(verbs).toContain(`promotion.finished promotion:${asked}`);
    expect(verbs.filter(verb => verb.startsWith('freight'))).toHaveLength(5);
    const pages: number[] = [];
    let before: number | undefined;
    do {
      const page = await store.history(PROJECT, { limit: 4, before });
      pages.push(...page.items.map(({ seq }) => seq));
      before = page.next === undefined ? undefined : Number(page.next);
    } while (before !== undefined);
    expect(pages).toEqual(all.items.map(({ seq }) => seq));
  });
});
