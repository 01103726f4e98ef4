import { APPLICATIONS } from '../argocd/application';
import { app, argocdOn, ref, update } from './argocdOn';
import { eventually } from './eventually';
import { TestCluster } from './TestCluster';

/** What `argocd-update` does while clusters, processes and events come and go, on whatever cluster. */
export function argocdOutageSuite(open: () => Promise<TestCluster>): void {
  const { on, start } = argocdOn(open);

  it('sees in another process what it had asked for', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.held = 'end';
    await start([update()]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', () => expect(on.argocd.syncs).toHaveLength(1));
    await on.world.engine.boot();
    on.argocd.held = undefined;
    await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toHaveLength(1);
  });

  it('loses nothing while the cluster is away, and passes nothing', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.held = 'end';
    await start([update()]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', () => expect(on.argocd.syncs).toHaveLength(1));
    await on.cluster.away();
    await on.world.until('prod', async ({ phase }) => {
      expect(phase).toBe('Running');
      const { message } = await on.world.step('prod', 'sync');
      expect(message).toContain('cannot be seen since');
    });
    await on.cluster.back();
    on.argocd.held = undefined;
    await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toHaveLength(1);
    await on.world.until('prod', async () =>
      expect((await on.world.health('prod'))!.status).toBe('Healthy'),
    );
    await on.cluster.away();
    await on.world.until('prod', async () =>
      expect(await on.world.health('prod')).toMatchObject({
        status: 'Unknown',
        issues: [expect.stringContaining('cannot be seen')],
      }),
    );
    await on.cluster.back();
    await on.world.until('prod', async () =>
      expect((await on.world.health('prod'))!.status).toBe('Healthy'),
    );
  });

  it('is woken by the event of an Application, once, and by nothing else', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.held = 'end';
    await start([update()]);
    await on.world.engine.release('1.0.0');
    const { name } = await on.world.until('prod', async () =>
      expect((await on.world.step('prod', 'sync')).message).toContain(
        'its sync is Running',
      ),
    );
    const look = jest.spyOn(on.world.engine.engine, 'look');
    await on.world.engine.queue.settle();
    expect(look).not.toHaveBeenCalled();
    on.argocd.held = 'reconcile';
    await eventually(() =>
      expect(look.mock.calls).toEqual([
        [{ kind: 'promotion', project: 'web', name }],
      ]),
    );
    // it was looked at already: nothing but that event was needed
    await on.world.engine.queue.settle();
    expect((await on.world.engine.promotions('prod'))[0].phase).toBe(
      'Succeeded',
    );
    on.argocd.held = undefined;
  });

  it('waits for a controller that is gone until its time is up, and takes nothing for done', async () => {
    let later = 0;
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.held = 'begin';
    await start([update()], { clock: { now: () => Date.now() + later } });
    await on.world.engine.release('1.0.0');
    const { name } = await on.world.until('prod', async () =>
      expect(
        (
          await on.argocd.read('argocd', ref.name)
        ).operation,
      ).toBeDefined(),
    );
    await on.world.engine.queue.settle();
    expect((await on.world.engine.promotions('prod'))[0].phase).toBe('Running');
    later = 301_000;
    const at = { kind: 'promotion' as const, project: 'web', name };
    await on.world.engine.engine.look(at);
    const { message } = await on.world.ended('prod', 'Errored');
    expect(message).toContain('gave up');
    const row = await on.world.engine.store.stage('web', 'prod');
    expect(row?.verification).toBeUndefined();
  });

  describe('when its cluster is gone for five minutes', () => {
    const outage = async (more: string) => {
      let later = 0;
      await on.cluster.create(APPLICATIONS, app());
      on.argocd.held = 'end';
      await start([update(more)], { clock: { now: () => Date.now() + later } });
      await on.world.engine.release('1.0.0');
      await on.world.until('prod', () =>
        expect(on.argocd.syncs).toHaveLength(1),
      );
      await on.cluster.away();
      const { name } = await on.world.until('prod', async () =>
        expect((await on.world.step('prod', 'sync')).message).toContain(
          'cannot be seen since',
        ),
      );
      later = 301_000;
      const at = { kind: 'promotion' as const, project: 'web', name };
      await on.world.engine.engine.look(at);
      await on.world.engine.queue.settle();
      return name;
    };
    const back = async () => {
      await on.cluster.back();
      on.argocd.held = undefined;
    };

    it('goes on where a step may take longer, and syncs no second time', async () => {
      await outage(', retry: {timeout: 10m}');
      expect((await on.world.engine.promotions('prod'))[0].phase).toBe(
        'Running',
      );
      await back();
      await on.world.ended('prod', 'Succeeded');
      expect(on.argocd.syncs).toHaveLength(1);
    });

    it('ends a step whose time is up, passes nothing, and a retry finds what was synced', async () => {
      const promotion = await outage('');
      const { message } = await on.world.ended('prod', 'Errored');
      expect(message).toContain('gave up');
      const row = await on.world.engine.store.stage('web', 'prod');
      expect(row?.verification).toBeUndefined();
      await back();
      await eventually(async () => {
        const { status } = await on.argocd.read('argocd', ref.name);
        expect(status?.sync?.status).toBe('Synced');
      });
      const ada = { ref: 'user:default/ada', ownership: [] };
      const again = { project: 'web', promotion, actor: ada };
      await on.world.engine.engine.retry(again);
      await on.world.ended('prod', 'Succeeded');
      expect((await on.world.health('prod'))!.status).toBe('Healthy');
    });
  });
}
