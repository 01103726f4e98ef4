import { chainFault } from '../../decide/ledgerChain';
import { ConflictError } from '../../model/errors';
import { rowKey } from '../../model/rows';
import { Store } from '../../ports/store';
import { every, everyRow } from './everyRow';
import {
  commitOf,
  definitionAccepted,
  entryOf,
  freightFound,
  ran,
  requested,
  sampleFreight,
  sampleName,
} from './samples';

const at = (
  key: ReturnType<typeof rowKey.stage> | ReturnType<typeof rowKey.freight>,
  version: number,
) => ({ ...key, version });

export function commitContract(make: () => Promise<Store>): void {
  it('applies every entry to the rows it touches and numbers the chain', async () => {
    const store = await make();
    const first = await store.commit(
      commitOf('shop', [definitionAccepted(), freightFound(1)]),
    );
    const second = await store.commit(
      commitOf('shop', [requested('dev', 1), ...ran('dev', 1)]),
    );
    expect(first.map(entry => entry.seq)).toEqual([1, 2]);
    expect(second.map(entry => entry.seq)).toEqual([3, 4, 5, 6]);
    expect(await store.head('shop')).toEqual({ seq: 6, hash: second[3].hash });
    expect(await store.project('shop')).toMatchObject({
      entityRef: 'component:default/shop',
      version: 1,
    });
    expect(await store.stage('shop', 'dev')).toMatchObject({
      history: [{ promotion: sampleName('dev', 1) }],
    });
    expect(await store.promotion('shop', sampleName('dev', 1))).toMatchObject({
      phase: 'Succeeded',
    });
    expect(await store.steps('shop', sampleName('dev', 1))).toMatchObject([
      {
        index: 0,
        alias: 'clone',
        status: 'Succeeded',
        output: { head: 'head-1' },
      },
      { index: 1, alias: 'push', status: 'Pending' },
    ]);
  });

  it('refuses a decision on an old version and writes nothing of it', async () => {
    const store = await make();
    const hold = (stage: string) =>
      entryOf('hold.set', { stage, origin: 'Warehouse/web' });
    await store.commit(
      commitOf('shop', [hold('dev')], [at(rowKey.stage('dev'), 0)]),
    );
    const before = {
      rows: await everyRow(store, 'shop'),
      head: await store.head('shop'),
    };
    const stale = store.commit(
      commitOf(
        'shop',
        [freightFound(1), hold('dev')],
        [at(rowKey.stage('dev'), 0)],
      ),
    );
    await expect(stale).rejects.toThrow(ConflictError);
    const early = store.commit(
      commitOf('shop', [freightFound(1)], [at(rowKey.stage('prod'), 3)]),
    );
    await expect(early).rejects.toThrow(ConflictError);
    expect({
      rows: await everyRow(store, 'shop'),
      head: await store.head('shop'),
    }).toEqual(before);
    await store.commit(
      commitOf('shop', [hold('dev')], [at(rowKey.stage('dev'), 1)]),
    );
    expect(await store.stage('shop', 'dev')).toMatchObject({ version: 2 });
  });

  it('writes nothing when an entry does not fit the rows', async () => {
    const store = await make();
    const impossible = entryOf('promotion.queued', { promotion: 'nobody' });
    await expect(
      store.commit(commitOf('shop', [freightFound(1), impossible])),
    ).rejects.toThrow('does not exist');
    expect(await store.freight('shop', sampleFreight(1).name)).toBeUndefined();
    expect(await store.head('shop')).toBeUndefined();
  });

  it('leaves the rows beside it as they are', async () => {
    const store = await make();
    await store.commit(
      commitOf('shop', [
        freightFound(1),
        freightFound(2),
        requested('dev', 1),
        requested('prod', 2),
      ]),
    );
    await store.commit(
      commitOf('shop-2', [freightFound(1), requested('dev', 1)]),
    );
    const before = await everyRow(store, 'shop');
    const neighbour = await everyRow(store, 'shop-2');
    await store.commit(commitOf('shop', ran('dev', 1)));
    const after = await everyRow(store, 'shop');
    expect(after.freight).toEqual(before.freight);
    const ofProd = (rows: typeof after) => ({
      promotion: rows.promotions.find(row => row.stage === 'prod'),
      steps: rows.steps.filter(row => row.promotion === sampleName('prod', 2)),
    });
    expect(ofProd(after)).toEqual(ofProd(before));
    expect(await everyRow(store, 'shop-2')).toEqual(neighbour);
  });
}

export function concurrencyContract(make: () => Promise<Store>): void {
  it('lets concurrent commits on one project follow each other without gaps', async () => {
    const store = await make();
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map(n =>
        store.commit(
          commitOf('shop', [freightFound(n), requested(`s${n}`, n)]),
        ),
      ),
    );
    const entries = await store.entries('shop', { limit: 100 });
    expect(entries.map(entry => entry.seq)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(chainFault(entries)).toBeUndefined();
    expect(await store.openPromotions('shop')).toHaveLength(20);
  });

  it('lets one of those win who decide on the same row at once', async () => {
    const store = await make();
    const set = (n: number) =>
      entryOf('hold.set', { stage: 'dev', origin: `Warehouse/w${n}` });
    const tries = [1, 2, 3, 4, 5].map(n =>
      store.commit(commitOf('shop', [set(n)], [at(rowKey.stage('dev'), 0)])),
    );
    const results = await Promise.allSettled(tries);
    expect(
      results.filter(result => result.status === 'fulfilled'),
    ).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toBeInstanceOf(ConflictError);
    }
    expect(await store.stage('shop', 'dev')).toMatchObject({ version: 1 });
    expect(await store.head('shop')).toMatchObject({ seq: 1 });
  });

  it('never loses the change of one who only read what another changed', async () => {
    const store = await make();
    const lockOf = (stage: string) =>
      entryOf('hold.set', { stage, origin: 'Warehouse/web' });
    // each reads the stage that the other changes: both may not succeed
    const results = await Promise.allSettled([
      store.commit(
        commitOf(
          'shop',
          [lockOf('a')],
          [at(rowKey.stage('a'), 0), at(rowKey.stage('b'), 0)],
        ),
      ),
      store.commit(
        commitOf(
          'shop',
          [lockOf('b')],
          [at(rowKey.stage('a'), 0), at(rowKey.stage('b'), 0)],
        ),
      ),
    ]);
    expect(
      results.filter(result => result.status === 'fulfilled'),
    ).toHaveLength(1);
    expect(await store.stages('shop')).toHaveLength(1);
  });
}

export function chainContract(make: () => Promise<Store>): void {
  it('keeps a chain that verifies, also from the middle', async () => {
    const store = await make();
    await store.commit(
      commitOf('shop', [definitionAccepted(), freightFound(1)]),
    );
    await store.commit(
      commitOf('shop', [requested('dev', 1), ...ran('dev', 1)]),
    );
    const all = await store.entries('shop', { limit: 100 });
    expect(chainFault(all)).toBeUndefined();
    const tail = await store.entries('shop', { after: 3, limit: 2 });
    expect(tail.map(entry => entry.seq)).toEqual([4, 5]);
    expect(chainFault(tail, all[2])).toBeUndefined();
    const changed = all.map(entry =>
      entry.seq === 2 ? { ...entry, actor: 'user:default/eve' } : entry,
    );
    expect(chainFault(changed)).toBe(
      'entry 2 was changed after it was written',
    );
  });

  it('pages its history backwards, of all or of one subject', async () => {
    const store = await make();
    for (let n = 1; n <= 7; n++) {
      await store.commit(
        commitOf('shop', [
          {
            ...freightFound(n),
            subject: n % 2 ? 'freight:odd' : 'freight:even',
          },
        ]),
      );
    }
    const pageOf = (subject?: string) => (before?: string) =>
      store.history('shop', {
        before: before === undefined ? undefined : Number(before),
        limit: 2,
        subject,
      });
    expect((await every(pageOf())).map(entry => entry.seq)).toEqual([
      7, 6, 5, 4, 3, 2, 1,
    ]);
    expect(
      (await every(pageOf('freight:even'))).map(entry => entry.seq),
    ).toEqual([6, 4, 2]);
    expect(await store.history('nobody', { limit: 2 })).toEqual({ items: [] });
  });

  it('rebuilds every row as it was', async () => {
    const store = await make();
    await store.commit(
      commitOf('shop', [
        definitionAccepted(),
        freightFound(1),
        freightFound(2),
        requested('dev', 1),
      ]),
    );
    await store.commit(
      commitOf('shop', [...ran('dev', 1), requested('prod', 2)]),
    );
    await store.commit(
      commitOf('shop', [entryOf('project.paused', {}, { reason: 'gone' })]),
    );
    await store.commit(commitOf('other', [freightFound(9)]));
    const before = await everyRow(store, 'shop');
    await store.rebuild('shop');
    await store.rebuild('other');
    expect(await everyRow(store, 'shop')).toEqual(before);
    expect(await store.freight('other', sampleFreight(9).name)).toMatchObject({
      version: 1,
    });
    await store.commit(commitOf('shop', ran('prod', 2)));
    expect(await store.head('shop')).toMatchObject({ seq: 12 });
  });
}
