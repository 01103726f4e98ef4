import { z } from 'zod';
import { systemClock } from '../../adapters/system';
import { RunningFacts } from '../../decide/drift';
import { defineStep } from '../../registry/step';
import { MemoryStore } from '../../testing';
import { EngineWorld } from '../testing/EngineWorld';

describe('what was promoted, what Git says and what runs', () => {
  const at = { project: 'web', stage: 'dev' };
  let world: EngineWorld;
  let runs: () => Promise<RunningFacts[]>;
  let later: number;

  const watched = defineStep({
    id: 'watched',
    effect: 'none',
    schema: z.strictObject({}),
    capabilities: [],
    run: async () => ({ status: 'succeeded', output: { app: 'web' } }),
    runs: async ({ output, stage }) => {
      expect([output, stage]).toEqual([{ app: 'web' }, 'dev']);
      return runs();
    },
  });

  async function start(...more: string[]) {
    later = 0;
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      stages: ['dev', 'prod'],
      auto: ['dev'],
      time: false,
      steps: [watched],
      more,
      clock: { now: () => Date.now() + later },
    });
  }

  afterEach(() => world.close());

  /** As somebody sees it who did not look a moment ago. */
  async function drift() {
    later += 60_000;
    return world.engine.drift(at);
  }

  const image = async () => (await drift())!.rows[0];

  function byHand(text: string, path = 'dev/values.yaml') {
    world.remote.git('pull', '-q', 'origin', 'main');
    world.remote.write(path, text);
    return world.remote.push('a change by hand').slice(0, 7);
  }

  const promote = (freight: { name: string }, stage = 'dev') =>
    world.promote(stage, freight.name);

  it('is nothing before the first promotion, and the same after it', async () => {
    await start();
    expect(await drift()).toBeUndefined();
    await world.release('1.0.0');
    const [promotion] = await world.promotions('dev');
    const { rows, ...said } = (await drift())!;
    expect(said).toEqual({ promotion: promotion.name, verdict: 'same' });
    expect(rows.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['image', 'same'],
      ['revision', 'same'],
    ]);
  });

  it('tells that somebody changed Git, since when and who', async () => {
    await start();
    await world.release('1.0.0');
    const commit = byHand('tag: "0.9.0"\nat: never\n');
    expect(await image()).toMatchObject({
      verdict: 'gitDiffers',
      git: { value: '0.9.0' },
      sentence: `Git says 0.9.0 since commit ${commit} by Ada; 1.0.0 was promoted here.`,
    });
    byHand('tag: "1.0.0"\nat: now\n');
    expect((await image()).verdict).toBe('same');
    expect((await drift())!.verdict).toBe('gitDiffers');
  });

  it('asks a remote once for everybody who looks within a moment', async () => {
    await start();
    await world.release('1.0.0');
    expect((await image()).verdict).toBe('same');
    byHand('tag: "0.9.0"\nat: never\n');
    // no time goes by
    expect((await world.engine.drift(at))!.verdict).toBe('same');
    expect((await image()).verdict).toBe('gitDiffers');
  });

  it('has nothing to do with what goes on elsewhere on the branch', async () => {
    await start();
    const freight = await world.release('1.0.0');
    byHand('tag: other\n', 'else/values.yaml');
    await promote(freight, 'prod');
    expect((await world.promotions('prod'))[0].phase).toBe('Succeeded');
    expect((await drift())!.verdict).toBe('same');
  });

  it('knows what a promotion is about that had nothing to write', async () => {
    await start();
    const freight = await world.release('1.0.0');
    await promote(freight);
    const [again] = await world.promotions('dev');
    expect((await drift())!).toMatchObject({
      promotion: again.name,
      verdict: 'same',
    });
    byHand('tag: "0.9.0"\nat: never\n');
    expect(await image()).toMatchObject({ git: { value: '0.9.0' } });
  });

  it('does not know what the first one is about that had nothing to write', async () => {
    await start();
    byHand('# kept\ntag: "1.0.0"\nat: never # and this\n');
    await world.release('1.0.0');
    expect((await world.promotions('dev'))[0].phase).toBe('Succeeded');
    expect(await image()).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringContaining('had nothing to write'),
    });
  });

  it('compares with what runs', async () => {
    await start('{uses: watched, as: look}');
    runs = async () => [
      {
        ...{ what: 'Deployment "web"', status: 'seen', revisions: [] },
        images: ['localhost:1/web:0.9.0'],
      },
    ];
    await world.release('1.0.0');
    expect(await image()).toMatchObject({
      verdict: 'clusterDiffers',
      sentence:
        '0.9.0 runs in Deployment "web"; 1.0.0 was promoted here, and Git says so.',
    });
  });

  it('does not know what a step cannot see, and hides secrets in why', async () => {
    await start('{uses: watched, as: look}');
    world.masker.add('top-secret');
    runs = async () => {
      throw new Error('top-secret cannot be reached');
    };
    await world.release('1.0.0');
    const { verdict, sentence } = await image();
    expect(verdict).toBe('unknown');
    expect(sentence).toContain('cannot be reached');
    expect(sentence).not.toContain('top-secret');
    world.options.steps = [];
    await world.boot();
    expect((await image()).sentence).toContain(
      'this backend does not know step watched any more',
    );
  });

  it('does not look where the project may not', async () => {
    await start();
    await world.release('1.0.0');
    world.refused.push(world.remote.url);
    expect(await image()).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringContaining(`${world.remote.url}: not granted`),
    });
  });

  it('does not guess when the remote is away', async () => {
    await start();
    await world.release('1.0.0');
    world.remote.remove();
    expect((await image()).verdict).toBe('unknown');
  });
});
