import { Queue, WorkKey } from '@stevedore/promotion-engine';

export const stageKey = (name: string): WorkKey => ({
  kind: 'stage',
  project: 'shop',
  name,
});

export async function eventually(
  check: () => boolean,
  withinMs = 60_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!check()) {
    if (Date.now() > end)
      throw new Error(`did not happen within ${withinMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** What every queue must do. */
export function queueContract(name: string, make: () => Promise<Queue>): void {
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
      await queue.enqueue(stageKey('waits'), 4000);
      await queue.enqueue(stageKey('late'));
      await eventually(() => seen.includes('waits'));
      expect(seen).toEqual(['early', 'late', 'waits']);
    });

    it('looks once at a key that was put there many times', async () => {
      const seen: WorkKey[] = [];
      await Promise.all(
        Array.from({ length: 10 }, () => queue.enqueue(stageKey('dev'))),
      );
      await queue.start(async key => void seen.push(key));
      await queue.enqueue(stageKey('last'));
      await eventually(() => seen.some(({ name: key }) => key === 'last'));
      expect(seen).toEqual([stageKey('dev'), stageKey('last')]);
    });

    it('looks again at a key that was put there while it was worked on, never twice at once', async () => {
      let [runs, inside, most, others] = [0, 0, 0, 0];
      await queue.start(async key => {
        if (key.name === 'other') {
          others += 1;
          return;
        }
        most = Math.max(most, ++inside);
        if (++runs === 1) {
          await queue.enqueue(key);
          // what was put there after it is taken: there was room for it, too
          await queue.enqueue(stageKey('other'));
          await eventually(() => others === 1);
        }
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
      await queue.enqueue(stageKey('later'), 6000);
      await queue.enqueue(stageKey('sooner'), 3_600_000);
      await queue.enqueue(stageKey('sooner'), 1500);
      await queue.enqueue(stageKey('sooner'), 1_800_000);
      await queue.enqueue(stageKey('now'), 3_600_000);
      await queue.enqueue(stageKey('now'));
      await eventually(() => seen.size === 3);
      const after = (key: string) => seen.get(key)! - began;
      expect([...seen.keys()]).toEqual(['now', 'sooner', 'later']);
      expect(after('sooner')).toBeGreaterThanOrEqual(1490);
      expect(after('later')).toBeGreaterThanOrEqual(5990);
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
    await eventually(() => seen.length === 5);
    expect(seen.sort()).toEqual([
      'broken',
      'broken',
      'polls',
      'polls',
      'polls',
    ]);
  });

  it('waits for its handlers when it stops, and starts nothing more', async () => {
    const ends: string[] = [];
    let finish = () => {};
    await queueOf().start(async () => {
      await new Promise<void>(resolve => {
        finish = () => resolve();
        ends.push('began');
      });
      ends.push('ended');
    });
    await queueOf().enqueue(stageKey('dev'));
    await eventually(() => ends.length === 1);
    const stopped = queueOf()
      .stop()
      .then(() => ends.push('stopped'));
    finish();
    await stopped;
    expect(ends).toEqual(['began', 'ended', 'stopped']);
  });
}
