import { Store } from '../../ports/store';

/** Who acts in random histories. */
export const SAMPLE_PEOPLE = ['user:default/ada', 'user:default/bob'];

/** Everything a store shows of a project, for comparing; follows every page. */
export async function everyRow(store: Store, project: string) {
  const freight = await every(after =>
    store.freightPage(project, { after, limit: 7 }),
  );
  const promotions = await every(after =>
    store.promotionPage(project, { after, limit: 7 }),
  );
  const names = promotions.map(row => row.name);
  return {
    project: await store.project(project),
    stages: await store.stages(project),
    freight,
    freightStages: await store.freightStages(
      project,
      freight.map(row => row.name),
    ),
    promotions,
    open: await store.openPromotions(project),
    steps: (
      await Promise.all(names.map(name => store.steps(project, name)))
    ).flat(),
    approvals: await store.approvals(project, names),
    reviews: await Promise.all(names.map(name => store.review(project, name))),
    openReviews: await store.openReviews(project),
    delegations: (
      await Promise.all(
        SAMPLE_PEOPLE.map(person => store.delegations(project, person)),
      )
    ).flat(),
    locks: await store.locks(project),
    windows: await store.windows(project),
  };
}

/** All items of a list that comes in pages. */
export async function every<T>(
  page: (after?: string) => Promise<{ items: T[]; next?: string }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    all.push(...items);
    after = next;
  } while (after !== undefined);
  return all;
}
