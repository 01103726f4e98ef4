import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

/** How a release becomes a commit. */
export function releaseSuite(open: OpenStore): void {
  describe('a release travels', () => {
    const start = worldsOn(open);

    it('invariant 6: the same discovery twice creates no second freight, and no second promotion', async () => {
      const world = await start({ stages: ['dev', 'staging'], auto: ['dev'] });
      await world.release('1.1.0');
      await world.release('1.1.0');
      await Promise.all([
        world.engine.refresh({ project: 'web', warehouse: 'web' }),
        world.engine.refresh({ project: 'web', warehouse: 'web' }),
      ]);
      await world.queue.settle();
      const { items } = await world.store.freightPage('web', { limit: 10 });
      expect(items).toHaveLength(1);
      expect(await world.promotions()).toHaveLength(1);
    });

    it('promotes itself to dev, and is pushed with trailers that name promotion and step', async () => {
      const world = await start({ stages: ['dev', 'staging'], auto: ['dev'] });
      const freight = await world.release('1.1.0');
      const [promotion] = await world.promotions();
      expect(promotion).toMatchObject({
        stage: 'dev',
        phase: 'Succeeded',
        requester: 'component:auto-promotion',
      });
      expect(world.file('dev/values.yaml')).toContain('tag: "1.1.0"');
      const [commit] = world.commitsOf(promotion.name);
      expect(promotion.message).toBe(`commit ${commit.slice(0, 7)} is on main`);
      expect(world.remote.pushed('log', '-1', '--format=%B', commit)).toContain(
        'Stevedore-Step: step-3',
      );
      const [row] = await world.store.freightStages('web', [freight.name]);
      expect(row).toMatchObject({
        stage: 'dev',
        verifiedAt: expect.any(String),
        since: expect.any(String),
      });
    });

    it('invariant 2: a promotion that succeeds has one commit on the branch, or says that nothing was to change', async () => {
      const world = await start({ stages: ['dev'], time: false });
      const freight = await world.release('1.1.0');
      const into = { project: 'web', stage: 'dev', freight: freight.name };
      const first = await world.engine.request({ ...into, actor: ada });
      await world.queue.settle();
      const second = await world.engine.request({ ...into, actor: ada });
      await world.queue.settle();
      const ended = [first, second].map(each => each.name);
      expect(ended.map(name => world.commitsOf(name).length)).toEqual([1, 0]);
      const { items } = await world.store.history('web', {
        limit: 20,
        subject: `promotion:${second.name}`,
      });
      expect(items[0]).toMatchObject({
        verb: 'promotion.finished',
        data: {
          phase: 'Succeeded',
          message: 'nothing to push: main already has it',
        },
      });
    });

    it('ten stages write one line of one branch at once: ten succeed, ten commits', async () => {
      const stages = Array.from({ length: 10 }, (_, index) => `s${index}`);
      const world = await start({ stages, auto: stages, file: 'shared.yaml' });
      await world.release('1.1.0');
      const all = await world.promotions();
      expect(all.map(each => each.phase)).toEqual(Array(10).fill('Succeeded'));
      expect(all.map(each => world.commitsOf(each.name).length)).toEqual(
        Array(10).fill(1),
      );
    }, 120_000);

    it('a manual promotion of something older holds auto-promotion, and who resumes it gets the newest', async () => {
      const world = await start({ stages: ['dev'], auto: ['dev'] });
      const older = await world.release('1.0.0');
      await world.release('1.1.0');
      const at = { project: 'web', stage: 'dev', actor: ada };
      await world.engine.request({ ...at, freight: older.name });
      await world.queue.settle();
      const stage = await world.store.stage('web', 'dev');
      expect(stage?.holds['Warehouse/web']).toMatchObject({
        freight: older.name,
        actor: ada.ref,
      });
      expect(world.file('dev/values.yaml')).toContain('1.0.0');
      await world.engine.resume({ ...at, origin: 'Warehouse/web' });
      await world.queue.settle();
      expect(world.file('dev/values.yaml')).toContain('1.1.0');
    });

    it('a write that is not granted is refused before anything is pushed', async () => {
      const world = await start({ stages: ['dev'], auto: ['dev'] });
      world.refused.push('dev/values.yaml');
      await world.release('1.1.0');
      const [promotion] = await world.promotions();
      expect(promotion).toMatchObject({
        phase: 'Failed',
        message: expect.stringContaining('not granted'),
      });
      expect(world.commitsOf(promotion.name)).toHaveLength(0);
    });
  });
}
