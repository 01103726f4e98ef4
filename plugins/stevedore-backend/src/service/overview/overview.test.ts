import {
  commitOf,
  definitionAccepted,
  requested,
  second,
} from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld } from '../__testUtils__/world';

/** Of the world's project and others, some of which wait since a second. */
async function world(waiting: Record<string, number | undefined> = {}) {
  const made = await createWorld();
  for (const [name, since] of Object.entries(waiting))
    await made.store.commit(
      commitOf(name, [
        definitionAccepted(`component:default/${name}`),
        ...(since === undefined ? [] : [requested('dev', since)]),
      ]),
    );
  const list = async (
    person: string,
    query: Parameters<typeof made.overview.listPipelines>[0] = {},
  ) => made.overview.listPipelines(query, callerNamed(person));
  return { ...made, list };
}

const names = ({ items }: { items: { project: string }[] }) =>
  items.map(({ project }) => project);

it('says of every stage what is in it and what waits, the longest waiting component first', async () => {
  const { list } = await world({ api: 1, idle: undefined, cart: 7 });
  const { items } = await list('vera');
  expect(names({ items })).toEqual(['api', 'shop', 'cart', 'idle']);
  const [, shop, , idle] = items;
  expect(shop).toMatchObject({
    entityRef: 'component:default/shop',
    waitingSince: second(2),
    stages: [
      { name: 'dev', health: 'empty' },
      { name: 'staging' },
      { name: 'prod', current: { phase: 'Requested' } },
    ],
  });
  expect(idle).toEqual({
    project: 'idle',
    entityRef: 'component:default/idle',
    stages: [],
  });
});

it('pages by key, and finds by name, by owner and by what waits', async () => {
  const { list } = await world({ api: 1, idle: undefined });
  const first = await list('vera', { limit: 2 });
  expect(names(first)).toEqual(['api', 'shop']);
  const second_ = await list('vera', { limit: 2, after: first.next });
  expect(names(second_)).toEqual(['idle']);
  expect(second_.next).toBeUndefined();
  expect(names(await list('vera', { search: 'HO' }))).toEqual(['shop']);
  expect(names(await list('vera', { waiting: true }))).toEqual(['api', 'shop']);
  expect(names(await list('ada', { mine: true }))).toEqual([
    'api',
    'shop',
    'idle',
  ]);
  expect(names(await list('vera', { mine: true }))).toEqual([]);
});

it('shows nobody what he may not read, and looks through only so much at once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`p${n + 100}`, undefined]),
  );
  const { list, store } = await world(many);
  const asked = jest.spyOn(store, 'projectsByWaiting');
  const page = await list('stranger', { limit: 2 });
  expect(page.items).toEqual([]);
  expect(page.next).toBeDefined();
  expect(asked).toHaveBeenCalledTimes(8);
});

it('tells who keeps the platform which projects belong to no component, and refuses others without a word in a ledger', async () => {
  const { overview, engine } = await world();
  expect(await overview.listUnmapped(callerNamed('ada'))).toEqual({
    items: [],
    unseen: [],
  });
  await expect(overview.listUnmapped(callerNamed('stranger'))).rejects.toThrow(
    'user:default/stranger may not see which projects of clusters belong to no component: it needs the permission stevedore.platform.read.',
  );
  expect(engine.denied).not.toHaveBeenCalled();
});
