import { APPLICATIONS } from '../argocd/application';
import { app, argocdOn, ref, REPO, update } from './argocdOn';
import { TestCluster } from './TestCluster';

/** How `argocd-update` syncs and `argocd-wait` waits, on whatever cluster. */
export function argocdSyncSuite(open: () => Promise<TestCluster>): void {
  const { on, start } = argocdOn(open);

  it('syncs once, counts its health, and verifies only then', async () => {
    on.argocd.health = 'Progressing';
    await on.cluster.create(APPLICATIONS, app());
    await start([update()], {
      argocd: [
        { cluster: 'test', namespace: 'argocd', url: 'https://cd.acme.dev' },
      ],
    });
    await on.world.engine.release('1.0.0');
    const { name } = await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toHaveLength(1);
    expect(on.argocd.syncs[0].operation).toMatchObject({
      initiatedBy: { username: 'component:auto-promotion', automated: true },
      info: expect.arrayContaining([
        { name: 'stevedore.dev/promotion', value: name },
      ]),
      sync: { revision: 'main', syncOptions: ['CreateNamespace=true'] },
    });
    const link = {
      url: 'https://cd.acme.dev/applications/argocd/web-prod',
      label: 'web-prod in Argo CD',
    };
    expect((await on.world.step('prod', 'sync')).output).toEqual({
      apps: [ref],
      links: [link],
    });
    await on.world.until('prod', async () =>
      expect(await on.world.health('prod')).toMatchObject({
        status: 'Progressing',
        checks: [{ step: 'sync', links: [link] }],
      }),
    );
    const verified = async () =>
      (await on.world.engine.store.stage('web', 'prod'))!.verification;
    expect(await verified()).toBeUndefined();
    on.argocd.health = 'Healthy';
    await on.argocd.reconcile(app());
    await on.world.until('prod', async () =>
      expect((await verified())?.phase).toBe('Successful'),
    );
    expect((await on.world.health('prod'))!.status).toBe('Healthy');
  });

  it('does not sync what is at the revision already', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.head = () => ['v1'];
    await on.argocd.reconcile(app());
    await start([
      `{uses: argocd-update, as: sync, config: {apps: [{name: web-prod, sources: [{repoURL: "${REPO}", desiredRevision: v1}]}]}}`,
    ]);
    await on.world.engine.release('1.0.0');
    await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toEqual([]);
  });

  it('waits for somebody else’s sync, then syncs itself', async () => {
    on.argocd.held = 'end';
    await on.cluster.create(
      APPLICATIONS,
      app({ operation: { info: [], sync: {} } }),
    );
    await start([update()]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', async () =>
      expect((await on.world.step('prod', 'sync')).message).toContain(
        'somebody else',
      ),
    );
    const head = on.argocd.head;
    on.argocd.head = () => ['something-else'];
    on.argocd.held = undefined;
    await on.world.until('prod', async () =>
      expect((await on.world.step('prod', 'sync')).message).toContain(
        'it was synced to "something-else", and Argo CD has not seen',
      ),
    );
    expect(on.argocd.syncs).toHaveLength(2);
    on.argocd.head = head;
    await on.argocd.reconcile(app(), 'OutOfSync');
    await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toHaveLength(3);
    expect(on.argocd.syncs[0].operation!.info ?? []).toEqual([]);
  });

  it('syncs again after each failure that may be retried', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.endings.push('Failed', 'Error');
    await start([update(', retry: {errorThreshold: 3}')]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', async () => {
      // the pause between attempts is a timer's
      const [{ name, phase }] = await on.world.engine.promotions('prod');
      await on.world.engine.engine.look({
        ...{ kind: 'promotion', project: 'web', name },
      } as never);
      expect(phase).toBe('Succeeded');
    });
    expect(on.argocd.syncs).toHaveLength(3);
    const attempts = on.argocd.syncs.map(
      ({ operation }) =>
        operation!.info!.find(({ name }) => name === 'stevedore.dev/attempt')!
          .value,
    );
    expect(attempts).toEqual(['0', '1', '2']);
  });

  it('ends with what Argo CD says, and a retry by a person syncs again', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.endings.push('Failed');
    await start([update()]);
    await on.world.engine.release('1.0.0');
    const { name, message } = await on.world.ended('prod', 'Errored');
    expect(message).toContain('its sync ended Failed: one object is invalid');
    expect(await on.world.health('prod')).toMatchObject({
      status: 'Unknown',
      issues: [`its last promotion ${name} ended Errored`],
    });
    await on.world.engine.engine.retry({
      project: 'web',
      promotion: name,
      actor: { ref: 'user:default/ada', ownership: ['user:default/ada'] },
    });
    await on.world.ended('prod', 'Succeeded');
    expect(on.argocd.syncs).toHaveLength(2);
    expect(on.argocd.syncs[1].operation).toMatchObject({
      initiatedBy: { username: 'user:default/ada', automated: false },
    });
  });

  it('waits for health, and gives up when it falls', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.health = 'Progressing';
    await start([
      update(),
      '{uses: argocd-wait, as: wait, config: {apps: [{name: web-prod}]}}',
    ]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', async () =>
      expect((await on.world.step('prod', 'wait')).message).toContain(
        'it is Progressing',
      ),
    );
    on.argocd.health = 'Degraded';
    await on.argocd.reconcile(app());
    const { message } = await on.world.ended('prod', 'Failed');
    expect(message).toContain('it was Progressing and is Degraded now');
  });

  it('waits until all is well', async () => {
    await on.cluster.create(APPLICATIONS, app());
    on.argocd.held = 'reconcile';
    await start([
      update(),
      '{uses: argocd-wait, as: wait, config: {apps: [{selector: {matchLabels: {app: web}}}]}}',
    ]);
    await on.world.engine.release('1.0.0');
    await on.world.until('prod', async () =>
      expect((await on.world.step('prod', 'wait')).message).toContain(
        'it was not reconciled since its last operation ended',
      ),
    );
    on.argocd.held = undefined;
    await on.world.ended('prod', 'Succeeded');
    expect((await on.world.step('prod', 'wait')).output).toEqual({
      apps: [ref],
      links: [],
    });
  });
}
