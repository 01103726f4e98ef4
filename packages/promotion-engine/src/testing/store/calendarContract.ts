import { PLATFORM } from '../../model/scope';
import { Store } from '../../ports/store';
import { calendarEntries } from './calendarEntries';
import { every } from './everyRow';
import { commitOf, requested, sampleName } from './samples';

/** What a store owes locks, windows and queues that several projects share. */
export function calendarContract(open: () => Promise<Store>): void {
  describe('locks and windows', () => {
    it('are listed until somebody ends them, in the chain of their own', async () => {
      const store = await open();
      await store.commit(commitOf(PLATFORM, calendarEntries('a', 0)));
      await store.commit(commitOf(PLATFORM, calendarEntries('b', 1)));
      const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
      expect(ids(await store.locks(PLATFORM))).toEqual(['a']);
      expect(ids(await store.windows(PLATFORM))).toEqual(['a', 'b']);
      expect(await store.locks('shop')).toEqual([]);
      expect(await store.lock(PLATFORM, 'b')).toMatchObject({
        reason: 'incident',
        blocks: 'all',
        released: { actor: 'user:default/ada', queue: 'release' },
      });
      expect(await store.window(PLATFORM, 'a')).toMatchObject({
        window: { name: 'freeze' },
        scope: { entities: ['system:default/pay'] },
      });
      expect(await store.lock(PLATFORM, 'c')).toBeUndefined();
    });
  });

  describe('queued promotions', () => {
    it('are those of every project that wait, in pages', async () => {
      const store = await open();
      const waits = requested('dev', 1);
      const asks = requested('prod', 2, {
        approvals: [
          {
            needs: [{ count: 1, from: 'owner' }],
            excludeRequester: false,
            reasonRequired: false,
            source: 'author',
          },
        ],
      });
      for (const project of ['shop', 'bakery', 'shop-2'])
        await store.commit(commitOf(project, [waits, asks]));
      const found = await every(after => store.queued({ after, limit: 1 }));
      const name = sampleName('dev', 1);
      expect(found).toEqual(
        ['bakery', 'shop', 'shop-2'].map(project => ({
          project,
          stage: 'dev',
          name,
        })),
      );
    });
  });
}
