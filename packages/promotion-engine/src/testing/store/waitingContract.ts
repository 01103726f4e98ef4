import { NewEntry } from '../../model/ledger';
import { Store } from '../../ports/store';
import { every } from './everyRow';
import {
  commitOf,
  definitionAccepted,
  entryOf,
  ran,
  requested,
  sampleFreight,
  sampleName,
} from './samples';

const review = (n: number) =>
  entryOf(
    'review.opened',
    {
      promotion: sampleName('prod', n),
      stage: 'prod',
      freight: sampleFreight(n).name,
      by: ['user:default/ada'],
      reviewers: [{ from: 'owner' }],
    },
    { reason: 'on fire' },
  );

/** What a store owes those who look for what waits anywhere. */
export function waitingContract(open: () => Promise<Store>): void {
  const filled = async () => {
    const store = await open();
    const commit = (name: string, ...entries: NewEntry[]) =>
      store.commit(
        commitOf(name, [
          definitionAccepted(`component:default/${name}`),
          ...entries,
        ]),
      );
    await commit('idle');
    await commit('Busy');
    await commit('young', requested('dev', 7));
    await commit('old', requested('dev', 9), requested('prod', 3));
    await commit('over', requested('dev', 1), ...ran('dev', 1));
    await commit(
      'looked-at',
      requested('prod', 2),
      ...ran('prod', 2),
      review(2),
    );
    return store;
  };

  it('lists the longest waiting first, then reviews, then the others by name', async () => {
    const store = await filled();
    for (const limit of [1, 2, 4, 10]) {
      const found = await every(after =>
        store.projectsByWaiting({ after, limit }),
      );
      expect(found.map(({ row, since }) => [row.project, since])).toEqual([
        ['old', expect.stringMatching(/3$/)],
        ['young', expect.stringMatching(/7$/)],
        ['looked-at', '~'],
        ['Busy', undefined],
        ['idle', undefined],
        ['over', undefined],
      ]);
    }
  });

  it('finds by a part of the name or of the entity, and only what waits', async () => {
    const store = await filled();
    const names = async (query: { search?: string; onlyWaiting?: boolean }) =>
      (
        await every(after =>
          store.projectsByWaiting({ after, limit: 1, ...query }),
        )
      ).map(({ row }) => row.project);
    expect(await names({ search: 'O' })).toHaveLength(6);
    expect(await names({ search: 'LD' })).toEqual(['old']);
    expect(await names({ search: 'default/bus' })).toEqual(['Busy']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ onlyWaiting: true })).toEqual([
      'old',
      'young',
      'looked-at',
    ]);
    expect(await names({ onlyWaiting: true, search: 'y' })).toEqual(['young']);
  });
}
