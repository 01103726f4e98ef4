import { Queue, WorkKey } from '@stevedore/promotion-engine';

export const stageKey = (name: string): WorkKey => ({
  kind: 'stage',
  project: 'shop',
  name,
});

export async function eventually(
  check: () => boolean,
  withinMs = 10_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!check()) {
    if (Date.now() > end)
      throw new Error(`did not happen within ${withinMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

const sleep = (ms: number) =>
  new Promise<void>(resolve => setTimeout(resolve, ms));

/** What every queue must do. `slack`: milliseconds by which a delayed wake-up may be late. */
export function queueContract(
  name: string,
  make: () => Promise<Queue>,
  slack: number,
): void {
  describe(`${name} is a Queue`, () => {
    let queue: Queue;
    beforeEach(async () => {
      queue = await make();
    });
    afterEach(() => queue.stop());

    it('wakes at once, also for what was put there before it started', async () => {
      const seen: string[] = [];
      await queue.enqueue(stageKey('early'));
      await queue.start(async key => void seen.push(key.name));
      await eventually(() => seen.includes('early'));
      const began = Date.now();
      await queue.enqueue(stageKey('late'));
      await eventually(() => seen.includes('late'));
      expect(Date.now() - began).toBeLessThan(500);
    });

    it('looks once at a key that was put there many times', async () => {
      const seen: WorkKey[] = [];
      await Promise.all(
        Array.from({ length: 10 }, () => queue.enqueue(stageKey('dev'))),
      );
      await queue.start(async key => void seen.push(key));
      await eventually(() => seen.length > 0);
      await sleep(300);
      expect(seen).toEqual([stageKey('dev')]);
    });

    it('looks again at a key that was put there while it was worked on, never twice at once', async () => {
      let [runs, inside, most] = [0, 0, 0];
      await queue.start(async key => {
        most = Math.max(most, ++inside);
        if (++runs === 1) await queue.enqueue(key);
        await sleep(300);
        inside -= 1;
      });
      await queue.enqueue(stageKey('dev'));
      await eventually(() => runs === 2 && inside === 0);
      expect(most).toBe(1);
    });

    it('waits as long as it is told, and takes the earlier of two times', async () => {
      const seen = new Map<string, number>();
      await queue.start(async key => void seen.set(key.name, Date.now()));
      const began = Date.now();
      await queue.enqueue(stageKey('later'), 700);
      await queue.enqueue(stageKey('sooner'), 3_600_000);
      await queue.enqueue(stageKey('sooner'), 300);
      await queue.enqueue(stageKey('sooner'), 60_000);
      await queue.enqueue(stageKey('now'), 3_600_000);
      await queue.enqueue(stageKey('now'));
      await eventually(() => seen.size === 3);
      const after = (key: string) => seen.get(key)! - began;
      expect(after('now')).toBeLessThan(200 + slack);
      expect(after('sooner')).toBeGreaterThanOrEqual(290);
      expect(after('sooner')).toBeLessThan(500 + slack);
      expect(after('later')).toBeGreaterThanOrEqual(690);
      expect(after('later')).toBeLessThan(900 + slack);
    });

    endContract(() => queue);
  });
}

/** How a run ends: with a wish to be run again, with an error, or with the queue. */
function endContract(queueOf: () => Queue): void {
  it('looks again when the handler asks, and with back-off when it throws', async () => {
    const seen: string[] = [];
    await queueOf().start(async key => {
      seen.push(key.name);
      const times = seen.filter(seenName => seenName === key.name).length;
      if (key.name === 'broken' && times === 1) throw new Error('not today');
      return key.name === 'polls' && times < 3 ? { againMs: 50 } : undefined;
    });
    await queueOf().enqueue(stageKey('broken'));
    await queueOf().enqueue(stageKey('polls'));
    await eventually(() => seen.length === 5, 15_000);
    expect(seen.sort()).toEqual([
      'broken',
      'broken',
      'polls',
      'polls',
      'polls',
    ]);
  });

  it('waits for its handlers when it stops, and starts nothing more', async () => {
    let [began, ended] = [0, 0];
    await queueOf().start(async () => {
      began += 1;
      await sleep(400);
      ended += 1;
    });
    await queueOf().enqueue(stageKey('dev'));
    await eventually(() => began === 1);
    await queueOf().stop();
    expect(ended).toBe(1);
  });
}
