import { chainFault } from '../decide/ledgerChain';
import { Store } from '../ports/store';
import { randomCommits } from './randomEntries';
import { everyRow } from './store/everyRow';
import { commitOf } from './store/samples';

/** What holds for every history: its chain verifies, and its rows equal the fold of its entries. */
export async function expectRebuildToChangeNothing(
  store: Store,
  project: string,
  choices: number[],
): Promise<void> {
  const commits = randomCommits(choices);
  for (const entries of commits) await store.commit(commitOf(project, entries));
  const before = await everyRow(store, project);
  await store.rebuild(project);
  expect(await everyRow(store, project)).toEqual(before);
  const chain = await store.entries(project, { limit: 1000 });
  expect(chain).toHaveLength(commits.flat().length);
  expect(chainFault(chain)).toBeUndefined();
}
