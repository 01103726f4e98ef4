import {
  eventually,
  queueContract,
  stageKey,
} from '../../__testUtils__/queueContract';
import { InProcessQueue } from './InProcessQueue';

const clock = { now: () => Date.now() };
const silent = { warn: () => {} };

jest.setTimeout(120_000);

queueContract(
  'InProcessQueue',
  async () => new InProcessQueue({ clock, logger: silent, firstRetryMs: 50 }),
);

describe('InProcessQueue', () => {
  it('works on so many keys at once and no more, first come first served', async () => {
    const queue = new InProcessQueue({ clock, logger: silent, concurrency: 3 });
    const order: string[] = [];
    let [inside, most] = [0, 0];
    await queue.start(async key => {
      order.push(key.name);
      most = Math.max(most, ++inside);
      await eventually(() => most === 3);
      inside -= 1;
    });
    const names = Array.from({ length: 20 }, (_, n) => `s${n}`);
    for (const name of names) await queue.enqueue(stageKey(name));
    await eventually(() => order.length === 20 && inside === 0);
    expect(most).toBe(3);
    expect(order).toEqual(names);
  });

  it('waits longer after every error, up to a limit, and begins anew after a good run', async () => {
    jest.useFakeTimers();
    try {
      const delays: string[] = [];
      const logger = {
        warn: (message: string) =>
          void delays.push(/in (\d+ s)/.exec(message)![1]),
      };
      const queue = new InProcessQueue({
        clock,
        logger,
        maxRetryMs: 6000,
        random: () => 1,
      });
      let runs = 0;
      await queue.start(async () => {
        runs += 1;
        if (runs !== 5) throw new Error('no');
        return { againMs: 1000 };
      });
      await queue.enqueue(stageKey('dev'));
      await jest.advanceTimersByTimeAsync(14_500);
      expect(delays).toEqual(['1 s', '2 s', '4 s', '6 s', '1 s']);
      await queue.stop();
    } finally {
      jest.useRealTimers();
    }
  });

  it('takes nothing more after its stop', async () => {
    jest.useFakeTimers();
    try {
      const queue = new InProcessQueue({ clock, logger: silent });
      let runs = 0;
      await queue.start(async () => {
        runs += 1;
      });
      await queue.enqueue(stageKey('waits'), 20);
      await queue.stop();
      await queue.enqueue(stageKey('dev'));
      await jest.advanceTimersByTimeAsync(1000);
      expect(runs).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
