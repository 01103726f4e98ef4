import { EngineWorld } from '../EngineWorld';
import { ada, person } from './people';
import { into, rollbackWorlds, stageOf, tag, told } from './rollbackWorlds';
import { OpenStore } from './worldsOn';

/** Stages that people take back. */
export function rollbackSuite(open: OpenStore): void {
  describe('a rollback of a person', () => {
    const { start } = rollbackWorlds(open);
    const releaseTwo = async (world: EngineWorld) => {
      const first = await world.release('1.0.0');
      const second = await world.release('1.1.0');
      return { first, second };
    };

    /** With the approval of a release manager. */
    const enter = async (world: EngineWorld, freight: string) => {
      const asked = await world.engine.request({ ...into, freight });
      await world.engine.approve({
        project: 'web',
        promotion: asked.name,
        digest: asked.digest!,
        actor: person('rhea'),
      });
      await world.queue.settle();
    };

    it('is planned first, and does what was shown', async () => {
      const world = await start();
      const { first } = await releaseTwo(world);
      const { plan, action, gates } = await world.engine.plan({
        ...into,
        freight: first.name,
        rollback: true,
      });
      expect(gates.open).toBe(true);
      expect(action).toBe('Roll staging back to 1.0.0');
      expect(plan.diffs[0].text).toContain('+tag: "1.0.0"');
      const back = await world.engine.rollback({
        ...into,
        plan: plan.promotion,
        reason: 'slow',
      });
      expect(back.name).toBe(plan.promotion);
      await world.queue.settle();
      expect(tag(world, 'staging')).toBe('1.0.0');
      expect((await stageOf(world, 'staging')).holds).toHaveProperty([
        'Warehouse/web',
      ]);
      const done = await world.promotion(back.name);
      expect(done).toMatchObject({
        phase: 'Succeeded',
        digest: plan.digest,
        rollback: { because: 'person' },
        restored: { afterMs: expect.any(Number) },
      });
    });

    it('goes from there to what was before, never to what was taken out', async () => {
      const world = await start();
      await releaseTwo(world);
      const third = await world.release('1.2.0');
      const back = async () => {
        await world.engine.rollback(into);
        await world.queue.settle();
        return tag(world, 'staging');
      };
      expect(await back()).toBe('1.1.0');
      expect(await back()).toBe('1.0.0');
      await expect(back()).rejects.toThrow('there is nothing to go back to');
      await expect(
        world.engine.rollback({ ...into, freight: third.name }),
      ).rejects.toThrow(
        '1.2.0 is no earlier than what staging holds: promote it instead',
      );
    });

    it('goes to any earlier freight, and quarantines what it takes out if asked', async () => {
      const world = await start();
      const { first } = await releaseTwo(world);
      const third = await world.release('1.2.0');
      await expect(
        world.engine.rollback({
          ...into,
          freight: first.alias,
          quarantine: true,
        }),
      ).rejects.toThrow('say why');
      expect(await world.promotions('staging')).toHaveLength(3);
      await world.engine.rollback({
        ...into,
        freight: first.alias,
        quarantine: true,
        reason: 'leaks',
      });
      await world.queue.settle();
      expect(tag(world, 'staging')).toBe('1.0.0');
      expect(
        (await world.store.freight('web', third.name))?.quarantine,
      ).toMatchObject({ reason: 'leaks', actor: ada.ref });
    });

    it('needs what the stage wants of rollbacks, not what it wants of promotions', async () => {
      const world = await start({
        auto: ['dev'],
        approvals: { staging: '1 of group:default/release-managers' },
        rollbackApprovals: { staging: 'none' },
      });
      const { first, second } = await releaseTwo(world);
      for (const { name } of [first, second]) await enter(world, name);
      expect(tag(world, 'staging')).toBe('1.1.0');
      const back = await world.engine.rollback(into);
      expect(back).toMatchObject({ phase: 'Pending', approvals: [] });
      await world.queue.settle();
      expect(tag(world, 'staging')).toBe('1.0.0');
    });

    it('is asked for once', async () => {
      const world = await start({
        approvals: { staging: '1 of group:default/release-managers' },
        auto: ['dev'],
      });
      const { first, second } = await releaseTwo(world);
      for (const { name } of [first, second]) await enter(world, name);
      const back = await world.engine.rollback(into);
      expect(back.phase).toBe('Requested');
      await expect(world.engine.rollback(into)).rejects.toThrow(
        'staging goes back to 1.0.0 already',
      );
    });

    it.each<[{ stage: string; freight?: string }, string]>([
      [{ stage: 'dev', freight: 'nope' }, 'there is no freight nope in web'],
      [{ stage: 'qa' }, 'there is no stage qa in web'],
      [{ stage: 'staging', freight: '1.1.0' }, 'staging holds 1.1.0 already'],
    ])('to %j is refused', async (ask, message) => {
      const world = await start();
      const { second } = await releaseTwo(world);
      const freight = ask.freight === '1.1.0' ? second.name : ask.freight;
      await expect(
        world.engine.rollback({ ...into, ...ask, freight }),
      ).rejects.toThrow(message);
      expect(await told(world, 'promotion.requested')).toHaveLength(4);
    });

    it('is tried again as a rollback', async () => {
      const world = await start({ auto: ['dev'] });
      const { first, second } = await releaseTwo(world);
      for (const { name } of [first, second]) {
        await world.engine.request({ ...into, freight: name });
        await world.queue.settle();
      }
      world.refused.push('staging/values.yaml');
      const failed = await world.engine.rollback(into);
      await world.queue.settle();
      expect((await world.promotion(failed.name)).phase).toMatch(/Fail|Err/);
      world.refused.pop();
      const again = await world.engine.retry({
        project: 'web',
        promotion: failed.name,
        actor: ada,
      });
      expect(again.rollback).toMatchObject({ because: 'person' });
      await world.queue.settle();
      expect(tag(world, 'staging')).toBe('1.0.0');
    });
  });
}
