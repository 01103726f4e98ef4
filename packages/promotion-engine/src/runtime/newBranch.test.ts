import { systemClock } from '../adapters/system';
import { MemoryStore } from '../testing';
import { EngineWorld, Killed } from './testing/EngineWorld';

jest.setTimeout(120_000);

/** A branch for what was rendered, which the first promotion begins. */
describe('a branch that git-clone may create', () => {
  let world: EngineWorld;
  afterEach(() => world.close());

  async function start(): Promise<void> {
    world = new EngineWorld(
      { stages: ['dev'], auto: ['dev'] },
      new MemoryStore(systemClock),
    );
    const clone = { repoURL: world.remote.url };
    const checkout = [{ branch: 'env/dev', create: true, path: './out' }];
    const write = {
      path: './out/tag.txt',
      contents: "${{ imageFrom('localhost:1/web').Tag }} ",
      overwrite: true,
    };
    const commit = { path: 'out', message: 'Render' };
    const step = (uses: string, config: object, as = uses) =>
      JSON.stringify({ uses, as: `${as}-out`, config });
    world.options.more = [
      step('git-clone', { ...clone, checkout }),
      step('file-write', write),
      step('git-commit', commit),
      step('git-push', { path: './out' }),
    ];
    world.remote.write('dev/values.yaml', 'tag: "0"\nat: never\n');
    world.remote.push('start');
    await world.boot();
    await world.define();
  }

  const log = () => {
    world.remote.git('fetch', '-q', 'origin');
    return world.remote.git('log', '--format=%s', 'origin/env/dev').split('\n');
  };

  it('begins with a commit of nothing, and goes on with what is there', async () => {
    await start();
    await world.release('1.1.0');
    expect((await world.promotions())[0]).toMatchObject({ phase: 'Succeeded' });
    expect(log()).toEqual(['Render', 'Initial commit']);
    await world.release('1.2.0');
    expect((await world.promotions())[0]).toMatchObject({ phase: 'Succeeded' });
    expect(log()).toEqual(['Render', 'Render', 'Initial commit']);
    const tree = world.remote.git('ls-tree', '--name-only', 'origin/env/dev');
    expect(tree).toBe('tag.txt');
  });

  it.each(['step.intended', 'step.attempted'])(
    'is there once after a crash at %s',
    async point => {
      await start();
      world.faults = {
        async at(reached, { step }) {
          if (reached === point && step === 'git-push-out')
            throw new Killed(point);
        },
      };
      await expect(world.release('1.1.0')).rejects.toThrow(Killed);
      world.faults = { at: async () => undefined };
      await world.boot();
      await world.queue.settle();
      expect((await world.promotions())[0]).toMatchObject({
        phase: 'Succeeded',
      });
      expect(log()).toEqual(['Render', 'Initial commit']);
    },
  );

  it('is written on top of what somebody else began meanwhile', async () => {
    await start();
    world.faults = {
      async at(reached, { step }) {
        if (reached !== 'step.intended' || step !== 'git-push-out') return;
        world.faults = { at: async () => undefined };
        world.remote.git('checkout', '-q', '--orphan', 'env/dev');
        world.remote.git('rm', '-rfq', '.');
        world.remote.write('other.txt', 'other\n');
        world.remote.push('Somebody else');
      },
    };
    await world.release('1.1.0');
    await world.queue.settle();
    expect((await world.promotions())[0]).toMatchObject({ phase: 'Succeeded' });
    expect(log()).toEqual(['Render', 'Somebody else']);
  });
});
