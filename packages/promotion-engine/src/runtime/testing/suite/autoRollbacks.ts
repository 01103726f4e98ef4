import { everyRow } from '../../../testing';
import { ada, person } from './people';
import { into, rollbackWorlds, stageOf, tag, told } from './rollbackWorlds';
import { OpenStore } from './worldsOn';

const AS_KARGO_DEFAULTS = '{}';

/** Stages that go back by themselves. */
export function autoRollbackSuite(open: OpenStore): void {
  describe('a rollback of a policy', () => {
    const { bad, start } = rollbackWorlds(open);
    const rollback = { staging: AS_KARGO_DEFAULTS };

    it('puts the last verified freight back by a real commit, holds auto-promotion, and says why', async () => {
      const world = await start({ rollback });
      await world.release('1.0.0');
      bad.push('1.1.0');
      const worse = await world.release('1.1.0');
      expect(tag(world, 'dev')).toBe('1.1.0');
      expect(tag(world, 'staging')).toBe('1.0.0');

      const [back, failed] = await world.promotions('staging');
      expect(back).toMatchObject({
        phase: 'Succeeded',
        automatic: true,
        requester: 'component:auto-rollback',
        reason: expect.stringContaining('the verification of 1.1.0 failed'),
        rollback: {
          of: failed.name,
          out: worse.name,
          because: 'verification',
        },
      });
      expect(world.commitsOf(back.name)).toHaveLength(1);

      const row = await stageOf(world, 'staging');
      expect(row.rollback).toMatchObject({
        of: failed.name,
        promotion: back.name,
      });
      expect(row.history[0]).toMatchObject({
        promotion: back.name,
        rollback: true,
      });
      expect(row.holds['Warehouse/web']).toMatchObject({
        promotion: back.name,
        reason: back.reason,
      });

      await world.release('1.2.0');
      expect(tag(world, 'dev')).toBe('1.2.0');
      expect(tag(world, 'staging')).toBe('1.0.0');
    });

    it('records the time to restore, from the failure to the verification after it', async () => {
      const world = await start({ rollback });
      await world.release('1.0.0');
      bad.push('1.1.0');
      await world.release('1.1.0');
      const [back] = await world.promotions('staging');
      const [restored] = await told(world, 'promotion.restored');
      expect(restored.data).toMatchObject({
        promotion: back.name,
        badSince: back.rollback?.badSince,
      });
      expect(back.restored?.at).toBe(restored.at);
      expect(back.restored?.afterMs).toBe(
        Date.parse(restored.at) - Date.parse(back.rollback!.badSince),
      );
      await world.engine.verifyAgain(into);
      await world.queue.settle();
      expect(await told(world, 'promotion.restored')).toHaveLength(1);
    });

    it('is not rolled back itself, and says so', async () => {
      const world = await start({ rollback });
      await world.release('1.0.0');
      bad.push('1.1.0');
      await world.release('1.1.0');
      bad.push('1.0.0');
      await world.engine.verifyAgain(into);
      await world.queue.settle();
      expect(await world.promotions('staging')).toHaveLength(3);
      const [skipped] = await told(world, 'rollback.skipped');
      expect(skipped).toMatchObject({
        actor: 'component:auto-rollback',
        subject: 'stage:staging',
        reason: 'it was a rollback, and none is rolled back',
      });
      expect((await stageOf(world, 'staging')).rollback?.skipped).toBe(
        skipped.reason,
      );
      await world.engine.start();
      await world.queue.settle();
      expect(await told(world, 'rollback.skipped')).toHaveLength(1);
    });

    it('does nothing where nothing was good before, and says so', async () => {
      bad.push('1.0.0');
      const world = await start({ rollback });
      await world.release('1.0.0');
      expect(await world.promotions('staging')).toHaveLength(1);
      expect((await told(world, 'rollback.skipped'))[0].reason).toBe(
        'there is nothing to go back to: staging held nothing else before',
      );
    });

    it('asks nobody to do anything where there is none', async () => {
      const world = await start();
      await world.release('1.0.0');
      bad.push('1.1.0');
      await world.release('1.1.0');
      expect(tag(world, 'staging')).toBe('1.1.0');
      expect((await stageOf(world, 'staging')).rollback).toBeUndefined();
      expect(await told(world, 'rollback.skipped')).toEqual([]);
    });

    it('leaves alone what failed long ago, and says so', async () => {
      let late = 0;
      const world = await start({ clock: { now: () => Date.now() + late } });
      await world.release('1.0.0');
      bad.push('1.1.0');
      await world.release('1.1.0');
      late = 21 * 60_000;
      await world.define({ rollback });
      expect(await world.promotions('staging')).toHaveLength(2);
      expect((await told(world, 'rollback.skipped'))[0].reason).toBe(
        'the failure is older than 20 minutes: a person has to look at it',
      );
    });

    it('passes over what is quarantined', async () => {
      const world = await start({ rollback });
      await world.release('1.0.0');
      const second = await world.release('1.1.0');
      await world.engine.quarantine({
        project: 'web',
        freight: second.name,
        actor: ada,
        reason: 'leaks',
      });
      bad.push('1.2.0');
      await world.release('1.2.0');
      expect(tag(world, 'staging')).toBe('1.0.0');
    });

    it('goes back after a promotion that failed half-way, where the policy says so', async () => {
      const world = await start({
        stages: ['dev'],
        auto: ['dev'],
        verified: [],
        rollback: { dev: '{onPromotion: [Errored, Failed]}' },
        more: [
          `{uses: fail, if: "\${{ imageFrom('localhost:1/web').Tag == '1.1.0' }}"}`,
        ],
      });
      await world.release('1.0.0');
      await world.release('1.1.0');
      const [back, failed] = await world.promotions('dev');
      expect(failed.phase).toBe('Failed');
      expect(world.commitsOf(failed.name)).toHaveLength(1);
      expect(back).toMatchObject({
        phase: 'Succeeded',
        rollback: { of: failed.name, because: 'promotion' },
      });
      expect(tag(world, 'dev')).toBe('1.0.0');
    });

    it('leaves alone what failed before it changed anything', async () => {
      const world = await start({
        stages: ['dev'],
        auto: ['dev'],
        verified: [],
        rollback: { dev: '{onPromotion: [Errored, Failed]}' },
      });
      await world.release('1.0.0');
      world.refused.push('dev/values.yaml');
      await world.release('1.1.0');
      expect((await world.promotions('dev')).map(row => row.phase)).toEqual([
        expect.stringMatching(/Failed|Errored/),
        'Succeeded',
      ]);
      expect((await told(world, 'rollback.skipped'))[0].reason).toBe(
        'it failed before it changed anything',
      );
    });

    it('is planned again where people have to approve it and it cannot be planned yet', async () => {
      const world = await start({
        rollback,
        rollbackApprovals: { staging: '1 of group:default/release-managers' },
      });
      await world.release('1.0.0');
      bad.push('1.1.0');
      world.faults = {
        async at(point, { promotion }) {
          const there = `${promotion}`.startsWith('staging.');
          if (point === 'promotion.finished' && there)
            world.refused.push('staging/values.yaml');
        },
      };
      await world.release('1.1.0');
      expect(await world.promotions('staging')).toHaveLength(2);
      expect(await told(world, 'rollback.skipped')).toEqual([]);
      world.faults = { at: async () => undefined };
      world.refused.splice(0);
      await world.engine.start();
      await world.queue.settle();
      const [back] = await world.promotions('staging');
      expect(back).toMatchObject({
        phase: 'Requested',
        rollback: { because: 'verification' },
      });
      expect(tag(world, 'staging')).toBe('1.1.0');
      await world.release('1.2.0');
      expect(await world.promotions('staging')).toHaveLength(3);
      await world.engine.approve({
        project: 'web',
        promotion: back.name,
        digest: back.digest!,
        actor: person('rhea'),
      });
      await world.queue.settle();
      expect(tag(world, 'staging')).toBe('1.0.0');
    });

    it('is decided once, whatever dies and wakes again', async () => {
      const world = await start({ rollback });
      await world.release('1.0.0');
      bad.push('1.1.0');
      await world.release('1.1.0');
      const other = await world.replica('other');
      await Promise.all([world.queue.settle(), other.queue.settle()]);
      await world.boot();
      await world.queue.settle();
      expect(await world.promotions('staging')).toHaveLength(3);
      const before = await everyRow(world.store, 'web');
      await world.store.rebuild('web');
      expect(await everyRow(world.store, 'web')).toEqual(before);
    });
  });
}
