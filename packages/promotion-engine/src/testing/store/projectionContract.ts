import { ConflictError } from '../../model/errors';
import { Freight } from '../../model/freight';
import { rowKey } from '../../model/rows';
import {
  entryOf,
  commitOf,
  definitionAccepted,
  freightFound,
  ran,
  requested,
  sampleFreight,
  sampleName,
  second,
} from './samples';
import { Store } from '../../ports/store';
import { every } from './everyRow';

export function freightContract(make: () => Promise<Store>): void {
  it('pages freight by discovery, then name, with cursors that stay where they are', async () => {
    const store = await make();
    const at = (n: number) => ({ discoveredAt: second(Math.floor(n / 3)) });
    await store.commit(
      commitOf(
        'shop',
        [1, 2, 3, 4, 5, 6, 7, 8].map(n => freightFound(n, at(n))),
      ),
    );
    await store.commit(commitOf('other', [freightFound(5)]));
    const first = await store.freightPage('shop', { limit: 3 });
    expect(first.items.map(row => row.alias)).toEqual([
      'brave-tortoise-8',
      'brave-tortoise-7',
      'brave-tortoise-6',
    ]);
    // what comes in later does not move the pages behind the cursor
    await store.commit(commitOf('shop', [freightFound(99)]));
    const rest = await every(after =>
      store.freightPage('shop', { after: after ?? first.next, limit: 2 }),
    );
    expect(rest.map(row => row.name)).toEqual(
      [5, 4, 3, 2, 1].map(n => sampleFreight(n).name),
    );
    expect(await store.freightPage('shop', { limit: 9 })).not.toHaveProperty(
      'next',
    );
  });

  it('finds freight by alias, version and the start of its name', async () => {
    const store = await make();
    const api = { kind: 'Warehouse' as const, name: 'api' };
    const chart = {
      charts: [{ repoURL: 'oci://acme/chart', version: '7.0_0-RC%1' }],
      images: [],
    };
    const entries = [1, 2, 12].map(n => freightFound(n));
    await store.commit(
      commitOf('shop', [
        ...entries,
        freightFound(30, { ...chart, origin: api, alias: 'Kind-Crab' }),
      ]),
    );
    const find = async (search: string) =>
      (await store.freightPage('shop', { search, limit: 9 })).items.length;
    expect(await find('TORTOISE-1')).toBe(2);
    expect(await find('1.2.0')).toBe(1);
    expect(await find('kind')).toBe(1);
    expect(await find('7.0_0-rc%')).toBe(1);
    expect(await find('7.0x0')).toBe(0);
    expect(await find('7_0')).toBe(0);
    expect(await find('%')).toBe(1);
    expect(await find(sampleFreight(12).name.slice(0, 9))).toBe(1);
    expect(await find(sampleFreight(12).name.slice(2, 9))).toBe(0);
    expect(
      (await store.freightPage('shop', { origin: 'Warehouse/api', limit: 9 }))
        .items,
    ).toHaveLength(1);
    expect(
      (
        await store.freightPage('shop', {
          origin: 'Warehouse/api',
          search: 'brave',
          limit: 9,
        })
      ).items,
    ).toEqual([]);
  });

  it('gives an alias to one freight at a time', async () => {
    const store = await make();
    const [one, two] = [1, 2].map(n => sampleFreight(n));
    await store.commit(commitOf('shop', [freightFound(1), freightFound(2)]));
    await store.commit(commitOf('other', [freightFound(7, one)]));
    const rename = (freight: Freight, alias: string) =>
      entryOf('freight.aliasSet', {
        freight: freight.name,
        alias,
        before: freight.alias,
      });
    await store.commit(commitOf('shop', [rename(one, 'proud-otter')]));
    const found = await store.freightByAlias('shop', 'proud-otter');
    expect(found).toMatchObject({ name: one.name, alias: 'proud-otter' });
    expect(await store.freightByAlias('shop', one.alias)).toBeUndefined();
    expect(await store.freightByAlias('shop', 'Proud-Otter')).toBeUndefined();
    expect(await store.freightByAlias('other', 'proud-otter')).toBeUndefined();
    // what was given up can be taken; whoever read it before that comes too late
    const free = await store.freightAlias('shop', one.alias);
    const take = {
      ...rowKey.freightAlias(one.alias),
      version: free!.version,
    };
    await store.commit(commitOf('shop', [rename(two, one.alias)], [take]));
    expect(await store.freightByAlias('shop', one.alias)).toMatchObject({
      name: two.name,
    });
    await expect(
      store.commit(commitOf('shop', [rename(one, one.alias)], [take])),
    ).rejects.toThrow(ConflictError);
  });

  it('knows where freight is, for many at once', async () => {
    const store = await make();
    await store.commit(
      commitOf(
        'shop',
        [1, 2, 3].flatMap(n => [
          freightFound(n),
          requested('dev', n),
          ...ran('dev', n),
        ]),
      ),
    );
    await store.commit(
      commitOf('shop', [
        entryOf('freight.waived', {
          freight: sampleFreight(2).name,
          stage: 'a',
        }),
      ]),
    );
    const rows = await store.freightStages(
      'shop',
      [2, 3].map(n => sampleFreight(n).name),
    );
    expect(rows.map(row => [row.freight.slice(0, 4), row.stage])).toEqual([
      ['0002', 'a'],
      ['0002', 'dev'],
      ['0003', 'dev'],
    ]);
    expect(await store.freightStages('shop', [])).toEqual([]);
  });
}

export function promotionContract(make: () => Promise<Store>): void {
  it('pages promotions newest first and by what is asked', async () => {
    const store = await make();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await store.commit(
        commitOf('shop', [requested(n % 2 ? 'dev' : 'a-prod', n)]),
      );
    }
    await store.commit(commitOf('shop', ran('dev', 3, 'Failed')));
    const names = async (query: object) =>
      (
        await every(after =>
          store.promotionPage('shop', { ...query, after, limit: 2 }),
        )
      ).map(row => row.name);
    const name = (n: number) => sampleName(n % 2 ? 'dev' : 'a-prod', n);
    expect(await names({})).toEqual([6, 5, 4, 3, 2, 1].map(name));
    expect(await names({ stage: 'dev' })).toEqual([5, 3, 1].map(name));
    expect(await names({ phases: ['Failed'] })).toEqual([name(3)]);
    expect(await names({ phases: [] })).toEqual([]);
    expect(await names({ freight: sampleFreight(4).name })).toEqual([name(4)]);
    expect(
      await names({ stage: 'dev', freight: sampleFreight(4).name }),
    ).toEqual([]);
    expect((await store.openPromotions('shop')).map(row => row.name)).toEqual(
      [1, 2, 4, 5, 6].map(name),
    );
    expect(
      (await store.openPromotions('shop', 'dev')).map(row => row.name),
    ).toEqual([1, 5].map(name));
  });

  it('finds the newest promotion that ended', async () => {
    const store = await make();
    const again = (n: number) =>
      requested('dev', n, { freight: { ...sampleFreight(1) } });
    await store.commit(commitOf('shop', [again(1), again(2), again(3)]));
    const newest = () =>
      store.newestTerminal('shop', 'dev', sampleFreight(1).name);
    expect(await newest()).toBeUndefined();
    await store.commit(commitOf('shop', ran('dev', 2, 'Failed')));
    await store.commit(commitOf('shop', ran('dev', 1, 'Failed')));
    expect(await newest()).toMatchObject({ name: sampleName('dev', 2) });
    expect(
      await store.newestTerminal('shop', 'prod', sampleFreight(1).name),
    ).toBeUndefined();
  });

  it('keeps steps in order and approvals by person', async () => {
    const store = await make();
    const steps = Array.from({ length: 12 }, (_, n) => ({
      uses: 'compose-output',
      as: `s${n}`,
      config: {},
    }));
    const promotion = sampleName('dev', 1);
    const approve = (actor: string) =>
      entryOf(
        'approval.given',
        { promotion, digest: 'd', ownership: [actor] },
        { actor },
      );
    await store.commit(
      commitOf('shop', [requested('dev', 1, { steps: steps as never })]),
    );
    await store.commit(
      commitOf('shop', [
        approve('user:default/bob'),
        approve('user:default/ada'),
      ]),
    );
    expect(
      (await store.steps('shop', promotion)).map(step => step.index),
    ).toEqual(steps.map((_, n) => n));
    const approvals = await store.approvals('shop', [promotion, 'nobody']);
    expect(approvals.map(row => row.actor)).toEqual([
      'user:default/ada',
      'user:default/bob',
    ]);
    expect(await store.approvals('shop', [])).toEqual([]);
  });

  it('lists reviews until they are closed, and delegations until they are ended', async () => {
    const store = await make();
    const names = [sampleName('dev', 1), sampleName('prod', 2)];
    const opened = (promotion: string, n: number) =>
      entryOf(
        'review.opened',
        { promotion, stage: 'dev', freight: 'f', by: [], reviewers: [] },
        { at: second(10 - n), reason: 'on fire' },
      );
    await store.commit(commitOf('shop', names.map(opened)));
    const open = async () =>
      (await store.openReviews('shop')).map(row => row.promotion);
    expect(await open()).toEqual([...names].reverse());
    const [promotion] = names;
    const closed = entryOf('review.closed', { promotion }, { reason: 'right' });
    await store.commit(commitOf('shop', [closed]));
    expect(await open()).toEqual([names[1]]);
    expect(await store.review('shop', promotion)).toMatchObject({
      reason: 'on fire',
      closed: { reason: 'right' },
    });
    const [ada, bob] = ['user:default/ada', 'user:default/bob'];
    const period = { from: second(1), until: second(9) };
    const given = (id: string, delegate: string, actor: string) =>
      entryOf(
        'delegation.given',
        { id, delegate, ownership: [actor], ...period },
        { actor },
      );
    await store.commit(
      commitOf('*', [given('b', bob, ada), given('a', ada, 'user:default/c')]),
    );
    const of = async (person: string) =>
      (await store.delegations('*', person)).map(row => row.id);
    expect(await of(ada)).toEqual(['a', 'b']);
    expect(await of(bob)).toEqual(['b']);
    await store.commit(
      commitOf('*', [entryOf('delegation.ended', { id: 'b' })]),
    );
    expect(await of(ada)).toEqual(['a']);
    expect(await store.delegation('*', 'b')).toMatchObject({
      delegator: ada,
      endedAt: expect.any(String),
    });
  });
}

export function projectContract(make: () => Promise<Store>): void {
  it('pages projects by name and finds the one of an entity', async () => {
    const store = await make();
    for (const name of ['c', 'a', 'b', 'B']) {
      await store.commit(
        commitOf(name, [definitionAccepted(`component:default/${name}`)]),
      );
    }
    const all = await every(after => store.projects({ after, limit: 2 }));
    expect(all.map(row => row.project)).toEqual(['B', 'a', 'b', 'c']);
    expect(await store.projectOfEntity('component:default/b')).toMatchObject({
      project: 'b',
    });
    expect(await store.projectOfEntity('component:default/z')).toBeUndefined();
    expect(await store.project('z')).toBeUndefined();
  });
}
