import { SharedSightings } from './Sightings';

const MINUTE = 60_000;

function world() {
  const clock = { at: 0, now: () => clock.at };
  const shared = new SharedSightings(clock);
  const looks: string[] = [];
  const see = (key: string) => async () => {
    looks.push(key);
    return `${key}@${clock.at}`;
  };
  const poll = (forced = false) =>
    shared.forPoll({ intervalMs: 5 * MINUTE, forced });
  return { clock, looks, see, poll, shared };
}

it('shares one look among all who poll within the interval', async () => {
  const { clock, looks, see, poll } = world();
  const first = poll();
  expect(await first.look('a', see('a'))).toBe('a@0');
  clock.at = 2 * MINUTE;
  const second = poll();
  expect(await second.look('a', see('a'))).toBe('a@0');
  expect(looks).toEqual(['a']);
  // both are due at the same moment, so that they share the next look too
  expect(second.dueMs()).toBe(3 * MINUTE);
  clock.at = 5 * MINUTE;
  expect(await poll().look('a', see('a'))).toBe(`a@${5 * MINUTE}`);
  expect(await poll().look('a', see('a'))).toBe(`a@${5 * MINUTE}`);
  expect(looks).toHaveLength(2);
});

it('lets those who ask meanwhile wait for the same look', async () => {
  const { looks, see, poll } = world();
  const values = await Promise.all(
    [1, 2, 3].map(() => poll().look('a', see('a'))),
  );
  expect(new Set(values).size).toBe(1);
  expect(looks).toEqual(['a']);
});

it('looks anew for a refresh, but once in it', async () => {
  const { clock, looks, see, poll } = world();
  await poll().look('a', see('a'), { polls: Infinity });
  clock.at = 1;
  const refresh = poll(true);
  await refresh.look('a', see('a'), { polls: Infinity });
  await refresh.look('a', see('a'));
  expect(looks).toHaveLength(2);
  expect(refresh.dueMs()).toBe(5 * MINUTE);
});

it('looks anew when what it rests on has changed', async () => {
  const { looks, see, poll } = world();
  const options = { polls: Infinity };
  await poll().look('a', see('a'), { ...options, basis: '1' });
  await poll().look('a', see('a'), { ...options, basis: '1' });
  await poll().look('a', see('a'), options);
  expect(looks).toHaveLength(1);
  await poll().look('a', see('a'), { ...options, basis: '2' });
  expect(looks).toHaveLength(2);
});

it('spreads what stays good for several polls evenly over them', async () => {
  const { clock, looks, see, poll } = world();
  const keys = Array.from({ length: 160 }, (_, index) => `tag ${index}`);
  const perPoll: number[] = [];
  for (let count = 0; count < 64; count += 1) {
    clock.at = count * 5 * MINUTE;
    const before = looks.length;
    for (const key of keys) await poll().look(key, see(key), { polls: 16 });
    perPoll.push(looks.length - before);
  }
  expect(perPoll[0]).toBe(160);
  const later = perPoll.slice(1);
  expect(Math.max(...later)).toBeLessThan(24);
  expect(later.reduce((a, b) => a + b) / later.length).toBeLessThan(12);
  expect(later.reduce((a, b) => a + b)).toBeGreaterThan(160 * 3);
});

it('keeps neither failures nor what is not there', async () => {
  const { poll } = world();
  const fails = () => poll().look('a', () => Promise.reject(new Error('no')));
  await expect(fails()).rejects.toThrow('no');
  expect(await poll().look('a', async () => undefined)).toBeUndefined();
  expect(await poll().look('a', async () => 'yes')).toBe('yes');
});

it('derives once from equal things', async () => {
  const { poll } = world();
  let made = 0;
  const make = async () => {
    made += 1;
    if (made === 1) throw new Error('first');
    return made;
  };
  await expect(poll().derive('k', make)).rejects.toThrow('first');
  expect(await poll().derive('k', make)).toBe(2);
  expect(await poll(true).derive('k', make)).toBe(2);
  expect(await poll().derive('other', make)).toBe(3);
});
