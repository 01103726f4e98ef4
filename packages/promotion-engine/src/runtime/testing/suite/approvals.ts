import { ApprovalRule } from '../../../model/definition';
import { EngineWorld } from '../EngineWorld';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const MANAGERS = 'group:default/release-managers';

/** Asks for 1.1.0 in prod, as Ada. */
async function ask(world: EngineWorld, actor = ada) {
  const freight = await world.release('1.1.0');
  const asked = await world.engine.request({
    project: 'web',
    stage: 'prod',
    freight: freight.name,
    actor,
  });
  await world.queue.settle();
  return asked;
}

/** Decides on what the promotion would write now. */
async function decide(
  world: EngineWorld,
  verb: 'approve' | 'reject',
  on: { promotion: string; actor: ReturnType<typeof person> },
) {
  const { digest } = await world.promotion(on.promotion);
  await world.engine[verb]({ project: 'web', ...on, digest: digest! });
  await world.queue.settle();
  return world.promotion(on.promotion);
}

/** Who decides, on what, and until when. */
export function approvalSuite(open: OpenStore): void {
  describe('approvals', () => {
    const start = worldsOn(open);

    it('invariant 4: counts only for the digest it was given to, from a person the policy names, not the requester', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `2 of ${MANAGERS}, not requester` },
      });
      const freight = await world.release('1.1.0');
      const into = { project: 'web', stage: 'prod', freight: freight.name };
      const plan = await world.engine.plan({ ...into, actor: person('rhea') });
      expect(plan.action).toBe(
        `Request approval of 1.1.0 for prod (needs 2 of ${MANAGERS})`,
      );
      const asked = await world.engine.request({
        ...into,
        actor: person('rhea'),
        plan: plan.plan.promotion,
      });
      expect(asked).toMatchObject({
        phase: 'Requested',
        name: plan.plan.promotion,
        digest: plan.plan.digest,
      });
      const on = {
        project: 'web',
        promotion: asked.name,
        digest: asked.digest!,
      };
      await expect(
        world.engine.approve({ ...on, actor: person('rhea') }),
      ).rejects.toThrow('somebody else');
      await expect(world.engine.approve({ ...on, actor: ada })).rejects.toThrow(
        'not among those who decide',
      );
      await expect(
        world.engine.approve({ ...on, digest: 'old', actor: person('ravi') }),
      ).rejects.toThrow('review it again');
      const first = await decide(world, 'approve', {
        promotion: asked.name,
        actor: person('ravi'),
      });
      expect(first.phase).toBe('Requested');
      const second = await decide(world, 'approve', {
        promotion: asked.name,
        actor: person('rosa'),
      });
      expect(second.phase).toBe('Succeeded');
      expect(world.commitsOf(asked.name)).toHaveLength(1);
    });

    it('what was withdrawn does not count, and can be given again', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `2 of ${MANAGERS}` },
      });
      const promotion = (await ask(world)).name;
      const ravi = { promotion, actor: person('ravi') };
      await decide(world, 'approve', ravi);
      await expect(
        world.engine.withdraw({
          project: 'web',
          promotion,
          actor: person('rosa'),
        }),
      ).rejects.toThrow('has not approved');
      await world.engine.withdraw({ project: 'web', ...ravi });
      const rosa = { promotion, actor: person('rosa') };
      expect((await decide(world, 'approve', rosa)).phase).toBe('Requested');
      expect((await decide(world, 'approve', ravi)).phase).toBe('Succeeded');
      await expect(
        world.engine.withdraw({ project: 'web', ...ravi }),
      ).rejects.toThrow('it is Succeeded already');
    });

    it('a rejection ends it, nothing is written, and the stage is free', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `1 of ${MANAGERS}` },
      });
      const { name: promotion } = await ask(world);
      const ended = await decide(world, 'reject', {
        promotion,
        actor: person('ravi'),
      });
      expect(ended).toMatchObject({
        phase: 'Rejected',
        message: 'rejected by user:default/ravi',
      });
      expect(world.commitsOf(promotion)).toHaveLength(0);
      await expect(
        decide(world, 'approve', { promotion, actor: person('rosa') }),
      ).rejects.toThrow('does not wait for approval: it is Rejected');
      const again = await world.engine.retry({
        project: 'web',
        promotion,
        actor: ada,
      });
      const done = await decide(world, 'approve', {
        promotion: again.name,
        actor: person('rosa'),
      });
      expect(done.phase).toBe('Succeeded');
    });

    it('what the platform asks for is added, and an author cannot take it away', async () => {
      const security: ApprovalRule = {
        needs: [{ count: 1, from: 'group:default/security' }],
        excludeRequester: true,
        reasonRequired: false,
        source: 'platform',
      };
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `1 of ${MANAGERS}` },
        platformApprovals: [security],
      });
      const { name: promotion } = await ask(world);
      const ravi = { promotion, actor: person('ravi') };
      expect((await decide(world, 'approve', ravi)).phase).toBe('Requested');
      await world.define({ approvals: {} });
      expect((await world.promotion(promotion)).phase).toBe('Requested');
      const sol = {
        promotion,
        actor: person('sol', 'group:default/security'),
      };
      expect((await decide(world, 'approve', sol)).phase).toBe('Succeeded');
      const next = await world.release('1.2.0');
      const asked = await world.engine.request({
        project: 'web',
        stage: 'prod',
        freight: next.name,
        actor: ada,
      });
      expect(asked).toMatchObject({
        phase: 'Requested',
        approvals: [{ source: 'platform' }],
      });
    });

    it('waits again with the difference when the file changed after the plan', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `1 of ${MANAGERS}` },
      });
      const asked = await ask(world);
      world.remote.write('elsewhere.txt', 'unrelated');
      world.remote.write(
        'prod/values.yaml',
        'tag: "0"\nat: never\nmore: true\n',
      );
      world.remote.push('somebody else was here');
      const now = await decide(world, 'approve', {
        promotion: asked.name,
        actor: person('ravi'),
      });
      expect(now.phase).toBe('Requested');
      expect(now.digest).not.toBe(asked.digest);
      expect(now.changed).toEqual([
        'git-push: prod/values.yaml changed meanwhile',
      ]);
      expect(world.commitsOf(asked.name)).toHaveLength(0);
    });

    it('counts after an unrelated commit, which changes nothing that the plan writes', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `2 of ${MANAGERS}` },
        time: false,
      });
      const asked = await ask(world);
      const promotion = asked.name;
      await decide(world, 'approve', { promotion, actor: person('ravi') });
      world.remote.write('elsewhere.txt', 'unrelated');
      world.remote.push('somebody else was elsewhere');
      const rosa = { promotion, actor: person('rosa') };
      const done = await decide(world, 'approve', rosa);
      expect(done).toMatchObject({ phase: 'Succeeded', digest: asked.digest });
      expect(world.commitsOf(promotion)).toHaveLength(1);
    });

    it('stages that edit one line wait again when another one was first, and all of them arrive', async () => {
      const stages = ['s0', 's1', 's2'];
      const world = await start({
        stages,
        file: 'shared.yaml',
        approvals: Object.fromEntries(stages.map(s => [s, `1 of ${MANAGERS}`])),
      });
      const freight = await world.release('1.1.0');
      for (const stage of stages)
        await world.engine.request({
          project: 'web',
          stage,
          freight: freight.name,
          actor: ada,
        });
      for (let round = 1; round <= stages.length; round += 1) {
        const waiting = (await world.promotions()).filter(
          each => each.phase === 'Requested',
        );
        for (const { name, digest } of waiting)
          await world.engine.approve({
            project: 'web',
            promotion: name,
            digest: digest!,
            actor: person('ravi'),
          });
        await world.queue.settle();
        const all = await world.promotions();
        const done = all.filter(each => each.phase === 'Succeeded');
        expect(done).toHaveLength(round);
        for (const each of all.filter(other => !done.includes(other)))
          expect(each).toMatchObject({
            phase: 'Requested',
            changed: ['git-push: shared.yaml changed meanwhile'],
          });
      }
      for (const { name } of await world.promotions())
        expect(world.commitsOf(name)).toHaveLength(1);
    });
  });
}
