import { z } from 'zod';
import { defineStep, StepHealth } from '../registry/step';
import { MemoryStore } from '../testing';
import { systemClock } from '../adapters/system';
import { EngineWorld } from './testing/EngineWorld';

describe('the health of a stage', () => {
  let world: EngineWorld;
  let says: () => Promise<StepHealth>;

  const watched = defineStep({
    id: 'watched',
    effect: 'none',
    schema: z.strictObject({}),
    capabilities: [],
    run: async () => ({ status: 'succeeded', output: { app: 'web' } }),
    health: async ({ output, stage }) => {
      expect([output, stage]).toEqual([{ app: 'web' }, 'dev']);
      return says();
    },
  });

  beforeEach(async () => {
    says = async () => ({ status: 'Healthy', issues: [] });
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      stages: ['dev'],
      auto: ['dev'],
      steps: [watched],
      more: ['{uses: watched, as: look}'],
    });
  });

  afterEach(() => world.close());

  const at = { project: 'web', stage: 'dev' };
  const phase = async () =>
    (await world.store.stage('web', 'dev'))?.verification?.phase;

  it('is nothing before the first promotion', async () => {
    expect(await world.engine.health(at)).toBeUndefined();
  });

  it('is what its steps say, and lets it be verified', async () => {
    await world.release('1.0.0');
    expect(await world.engine.health(at)).toMatchObject({
      status: 'Healthy',
      checks: [{ step: 'look', status: 'Healthy' }],
    });
    expect(await phase()).toBe('Successful');
  });

  it('keeps freight unverified while it is not well, and is looked at when told', async () => {
    says = async () => ({ status: 'Progressing', issues: ['it starts'] });
    await world.release('1.0.0');
    expect(await phase()).toBeUndefined();
    says = async () => ({ status: 'Healthy', issues: [] });
    await world.engine.look({ kind: 'stage', project: 'web', name: 'dev' });
    await world.queue.settle();
    expect(await phase()).toBe('Successful');
  });

  it('is unknown where a step cannot say, and hides secrets in what it says', async () => {
    world.masker.add('top-secret');
    says = async () => {
      throw new Error('top-secret cannot be reached');
    };
    await world.release('1.0.0');
    const health = await world.engine.health(at);
    expect(health!.status).toBe('Unknown');
    expect(health!.issues.join()).toContain('cannot be reached');
    expect(health!.issues.join()).not.toContain('top-secret');
    expect(await phase()).toBeUndefined();
  });

  it('is unknown where nobody knows the step any more', async () => {
    await world.release('1.0.0');
    world.options.steps = [];
    await world.boot();
    expect(await world.engine.health(at)).toMatchObject({
      status: 'Unknown',
      issues: [expect.stringContaining('watched did cannot be checked')],
    });
  });
});
