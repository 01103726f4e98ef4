import { EngineWorld } from '../EngineWorld';
import { askFor, MANAGERS, onPlan, ON_CALL, unchanged } from './deciding';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const olaf = person('olaf', ON_CALL);
const rita = person('rita', 'group:default/web');

/** What passes a gate in an emergency, and who looks at it afterwards; and a rejection that marks freight as bad. */
export function emergencySuite(open: OpenStore): void {
  describe('an emergency', () => {
    const start = worldsOn(open);
    const begin = (more: object = {}) =>
      start({
        stages: ['prod'],
        owners: ['group:default/web'],
        approvals: {
          prod: `2 of ${MANAGERS}, not requester, break-glass ${ON_CALL} with ${MANAGERS} review owner`,
        },
        ...more,
      });
    const review = (world: EngineWorld, promotion: string) =>
      world.store.review('web', promotion);

    it('passes the approvals by a reason and a second person, and opens a review that is closed by another', async () => {
      const world = await begin();
      const { name } = await askFor(world, { actor: olaf });
      const plan = onPlan(world, name);
      await unchanged(
        world,
        () => plan.breakGlass(ada, 'I want to'),
        'is not among those who may pass this in an emergency',
      );
      await unchanged(world, () => plan.breakGlass(olaf, ' '), 'say why');
      expect(await plan.breakGlass(olaf, 'the shop is down')).toMatchObject({
        phase: 'Requested',
      });
      expect(await review(world, name)).toBeUndefined();
      await unchanged(
        world,
        () => plan.approve(olaf),
        'is not among those who decide here',
      );
      const done = await plan.approve(person('ravi'));
      expect(done.phase).toBe('Succeeded');
      expect(world.commitsOf(name)).toHaveLength(1);
      expect(await review(world, name)).toMatchObject({
        by: [olaf.ref, 'user:default/ravi'],
        reason: 'the shop is down',
        reviewers: [{ from: 'owner' }],
      });
      expect(await world.store.openReviews('web')).toHaveLength(1);
      const close = (actor: typeof ada, reason?: string) =>
        world.engine.people.closeReview({
          project: 'web',
          promotion: name,
          actor,
          reason,
        });
      await unchanged(world, () => close(olaf, 'fine'), 'took part in it');
      await unchanged(
        world,
        () => close(ada, 'fine'),
        'is not among those who review it: owner',
      );
      await unchanged(world, () => close(rita), 'say why');
      await close(rita, 'it was right');
      expect(await world.store.openReviews('web')).toEqual([]);
      await unchanged(world, () => close(rita, 'again'), 'already');
    });

    it('falls when what would be written changes, like every decision', async () => {
      const world = await begin();
      const { name } = await askFor(world);
      const plan = onPlan(world, name);
      await plan.breakGlass(olaf, 'the shop is down');
      world.remote.write('prod/values.yaml', 'tag: "0"\nat: never\nx: 1\n');
      world.remote.push('somebody else was here');
      const changed = await plan.approve(person('ravi'));
      expect(changed).toMatchObject({
        phase: 'Requested',
        changed: ['git-push: prod/values.yaml changed meanwhile'],
      });
      expect(await review(world, name)).toBeUndefined();
      expect(world.commitsOf(name)).toEqual([]);
    });

    it('does not pass what the platform asks for', async () => {
      const world = await begin({
        platformApprovals: [
          {
            needs: [{ count: 1, from: 'group:default/security' }],
            excludeRequester: false,
            reasonRequired: false,
            source: 'platform',
          },
        ],
      });
      const { name } = await askFor(world);
      const plan = onPlan(world, name);
      await plan.breakGlass(olaf, 'the shop is down');
      expect((await plan.approve(person('ravi'))).phase).toBe('Requested');
      const sol = person('sol', 'group:default/security');
      expect((await plan.approve(sol)).phase).toBe('Succeeded');
    });
  });

  describe('a rejection', () => {
    const start = worldsOn(open);

    it('quarantines the freight where the policy says so, with a reason, and ends what waits with it', async () => {
      const world = await start({
        stages: ['dev', 'prod'],
        sideBySide: true,
        approvals: {
          prod: `1 of ${MANAGERS}, rejection quarantines`,
          dev: `1 of ${MANAGERS}`,
        },
      });
      const asked = await askFor(world);
      const freight = asked.freight.name;
      const other = await world.engine.request({
        project: 'web',
        stage: 'dev',
        freight,
        actor: ada,
      });
      const plan = onPlan(world, asked.name);
      await unchanged(world, () => plan.reject(person('ravi')), 'say why');
      expect(await plan.reject(person('ravi'), 'it leaks')).toMatchObject({
        phase: 'Rejected',
      });
      expect(await world.store.freight('web', freight)).toMatchObject({
        quarantine: { actor: 'user:default/ravi', reason: 'it leaks' },
      });
      expect((await world.promotion(other.name)).phase).toBe('Aborted');
      await expect(
        world.engine.retry({
          project: 'web',
          promotion: asked.name,
          actor: ada,
        }),
      ).rejects.toThrow('it leaks');
    });

    it('only refuses where the policy says nothing else', async () => {
      const world = await start({
        stages: ['prod'],
        approvals: { prod: `1 of ${MANAGERS}` },
      });
      const asked = await askFor(world);
      await onPlan(world, asked.name).reject(person('ravi'));
      const freight = await world.store.freight('web', asked.freight.name);
      expect(freight?.quarantine).toBeUndefined();
    });
  });
}
