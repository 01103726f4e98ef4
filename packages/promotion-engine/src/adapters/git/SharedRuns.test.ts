import { SharedRuns } from './SharedRuns';

/** Runs that say when they look, and answer when the test says so. */
function playedRuns() {
  const runs = new SharedRuns<string>();
  const looks: { end: AbortSignal; answer: (text: string) => void }[] = [];
  const how = {
    prepare: async () => undefined,
    look: (_: undefined, end: AbortSignal) =>
      new Promise<string>((answer, reject) => {
        end.addEventListener('abort', () => reject(end.reason));
        looks.push({ end, answer });
      }),
  };
  const ask = (signal?: AbortSignal) => runs.run('main', how, signal);
  return { ask, looks };
}

const turn = () => new Promise(setImmediate);
const leaving = (message: string) => {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    leave: () => controller.abort(new Error(message)),
  };
};

describe('runs that several wait for', () => {
  it('go on for the others when one leaves, and end with the last', async () => {
    const { ask, looks } = playedRuns();
    const [ada, ben] = [leaving('Ada left'), leaving('Ben left')];
    const asked = [ask(ada.signal), ask(ben.signal)];
    await turn();
    ada.leave();
    await expect(asked[0]).rejects.toThrow('Ada left');
    expect(looks.map(({ end }) => end.aborted)).toEqual([false]);
    ben.leave();
    await expect(asked[1]).rejects.toThrow('Ben left');
    expect(looks.map(({ end }) => end.aborted)).toEqual([true]);
  });

  it('go on for one who cannot leave', async () => {
    const { ask, looks } = playedRuns();
    const ada = leaving('Ada left');
    const asked = [ask(), ask(ada.signal)];
    await turn();
    ada.leave();
    await expect(asked[1]).rejects.toThrow('Ada left');
    looks[0].answer('here');
    expect(await asked[0]).toBe('here');
  });

  it('do not begin when everybody left before, and the next who asks gets one', async () => {
    const { ask, looks } = playedRuns();
    const first = ask();
    await turn();
    const ada = leaving('Ada left');
    const second = ask(ada.signal);
    ada.leave();
    await expect(second).rejects.toThrow('Ada left');
    await expect(ask(ada.signal)).rejects.toThrow('Ada left');
    const third = ask();
    looks[0].answer('old');
    expect(await first).toBe('old');
    await turn();
    looks[1].answer('new');
    expect(await third).toBe('new');
    expect(looks).toHaveLength(2);
  });
});
