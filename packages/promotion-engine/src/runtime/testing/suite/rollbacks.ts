import { HttpClient } from '../../../ports/runtime';
import { everyRow } from '../../../testing';
import { EngineWorld, EngineWorldOptions } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const AS_KARGO_DEFAULTS = '{}';

/** Stages that go back, by hand or by themselves; a check fails for the versions that `bad` names. */
export function rollbackSuite(open: OpenStore): void {
  describe('a rollback', () => {
    const begin = worldsOn(open);
    let bad: string[];
    beforeEach(() => {
      bad = [];
    });
    const http: HttpClient = {
      send: async ({ url }) => ({
        status: 200,
        headers: {},
        body: `{"ok": ${!bad.some(version => url.endsWith(version))}}`,
      }),
    };
    const start = (options: Partial<EngineWorldOptions> = {}) =>
      begin({
        stages: ['dev', 'staging'],
        auto: ['dev', 'staging'],
        verified: ['staging'],
        time: false,
        http,
        ...options,
      });
    const stageOf = async (world: EngineWorld, name: string) =>
      (await world.store.stage('web', name))!;
    const tag = (world: EngineWorld, stage: string) =>
      /tag: "?([\d.]+)/.exec(world.file(`${stage}/values.yaml`))?.[1];
    const told = async (world: EngineWorld, verb: string) =>
      (await world.store.history('web', { limit: 200 })).items.filter(
        entry => entry.verb === verb,
      );
    const into = { project: 'web', stage: 'staging', actor: ada };

    describe('of a policy', () => {
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

    describe('of a person', () => {
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
  });
}
