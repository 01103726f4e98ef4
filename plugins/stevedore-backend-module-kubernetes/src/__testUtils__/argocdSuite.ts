import { Application, APPLICATIONS, REFRESH } from '../argocd/application';
import { eventually } from './eventually';
import { PlayedArgoCd } from './PlayedArgoCd';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

const REPO = 'https://git.acme.dev/deploy';
const ref = { namespace: 'argocd', name: 'web-prod' };

const app = (more: Partial<Application> = {}): Application => ({
  metadata: {
    ...ref,
    labels: { app: 'web' },
    annotations: { 'kargo.akuity.io/authorized-stage': 'web:prod' },
  },
  spec: {
    ...{ project: 'default', destination: { server: 'https://x' } },
    source: { repoURL: REPO, targetRevision: 'main' },
    syncPolicy: { syncOptions: ['CreateNamespace=true'] },
  },
  ...more,
});

const update = (more = '', which = 'name: web-prod') =>
  `{uses: argocd-update, as: sync${more}, config: {apps: [{${which}, sources: [{repoURL: "${REPO}", desiredRevision: "\${{ outputs['step-4'].commit }}"}]}]}}`;

/** What `argocd-update` and `argocd-wait` promise, on whatever cluster. */
export function argocdSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let argocd: PlayedArgoCd;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await open();
    argocd = new PlayedArgoCd(cluster);
  });

  afterEach(async () => {
    await world?.close();
    await argocd.stop();
    await cluster.remove(APPLICATIONS, ref.namespace, ref.name).catch(() => {});
  });

  async function start(steps: string[], options = {}) {
    world = await PromotionWorld.start(cluster, {
      stages: ['prod'],
      auto: ['prod'],
      more: steps,
      ...options,
    });
    argocd.head = () => [world.head];
  }

  it('syncs once, counts its health, and verifies only then', async () => {
    argocd.health = 'Progressing';
    await cluster.create(APPLICATIONS, app());
    await start([update()], {
      argocd: [
        { cluster: 'test', namespace: 'argocd', url: 'https://cd.acme.dev' },
      ],
    });
    await world.engine.release('1.0.0');
    const { name } = await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toHaveLength(1);
    expect(argocd.syncs[0].operation).toMatchObject({
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
    expect((await world.step('prod', 'sync')).output).toEqual({
      apps: [ref],
      links: [link],
    });
    await world.until('prod', async () =>
      expect(await world.health('prod')).toMatchObject({
        status: 'Progressing',
        checks: [{ step: 'sync', links: [link] }],
      }),
    );
    const verified = async () =>
      (await world.engine.store.stage('web', 'prod'))!.verification;
    expect(await verified()).toBeUndefined();
    argocd.health = 'Healthy';
    await argocd.reconcile(app());
    await world.until('prod', async () =>
      expect((await verified())?.phase).toBe('Successful'),
    );
    expect((await world.health('prod'))!.status).toBe('Healthy');
  });

  it('does not sync what is at the revision already', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.head = () => ['v1'];
    await argocd.reconcile(app());
    await start([
      `{uses: argocd-update, as: sync, config: {apps: [{name: web-prod, sources: [{repoURL: "${REPO}", desiredRevision: v1}]}]}}`,
    ]);
    await world.engine.release('1.0.0');
    await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toEqual([]);
  });

  it('waits for somebody else’s sync, then syncs itself', async () => {
    argocd.held = 'end';
    await cluster.create(
      APPLICATIONS,
      app({ operation: { info: [], sync: {} } }),
    );
    await start([update()]);
    await world.engine.release('1.0.0');
    await world.until('prod', async () =>
      expect((await world.step('prod', 'sync')).message).toContain(
        'somebody else',
      ),
    );
    const head = argocd.head;
    argocd.head = () => ['something-else'];
    argocd.held = undefined;
    await world.until('prod', async () =>
      expect((await world.step('prod', 'sync')).message).toContain(
        'it was synced to "something-else", and Argo CD has not seen',
      ),
    );
    expect(argocd.syncs).toHaveLength(2);
    argocd.head = head;
    await argocd.reconcile(app(), 'OutOfSync');
    await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toHaveLength(3);
    expect(argocd.syncs[0].operation!.info ?? []).toEqual([]);
  });

  it('syncs again after each failure that may be retried', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.endings.push('Failed', 'Error');
    await start([update(', retry: {errorThreshold: 3}')]);
    await world.engine.release('1.0.0');
    await world.until('prod', async () => {
      // the pause between attempts is a timer's
      const [{ name, phase }] = await world.engine.promotions('prod');
      await world.engine.engine.look({
        ...{ kind: 'promotion', project: 'web', name },
      } as never);
      expect(phase).toBe('Succeeded');
    });
    expect(argocd.syncs).toHaveLength(3);
    const attempts = argocd.syncs.map(
      ({ operation }) =>
        operation!.info!.find(({ name }) => name === 'stevedore.dev/attempt')!
          .value,
    );
    expect(attempts).toEqual(['0', '1', '2']);
  });

  it('ends with what Argo CD says, and a retry by a person syncs again', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.endings.push('Failed');
    await start([update()]);
    await world.engine.release('1.0.0');
    const { name, message } = await world.ended('prod', 'Errored');
    expect(message).toContain('its sync ended Failed: one object is invalid');
    expect(await world.health('prod')).toMatchObject({
      status: 'Unknown',
      issues: [`its last promotion ${name} ended Errored`],
    });
    await world.engine.engine.retry({
      project: 'web',
      promotion: name,
      actor: { ref: 'user:default/ada', ownership: ['user:default/ada'] },
    });
    await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toHaveLength(2);
    expect(argocd.syncs[1].operation).toMatchObject({
      initiatedBy: { username: 'user:default/ada', automated: false },
    });
  });

  it('sees in another process what it had asked for', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.held = 'end';
    await start([update()]);
    await world.engine.release('1.0.0');
    await world.until('prod', () => expect(argocd.syncs).toHaveLength(1));
    await world.engine.boot();
    argocd.held = undefined;
    await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toHaveLength(1);
  });

  it('loses nothing while the cluster is away, and passes nothing', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.held = 'end';
    await start([update()]);
    await world.engine.release('1.0.0');
    await world.until('prod', () => expect(argocd.syncs).toHaveLength(1));
    await cluster.away();
    await world.until('prod', async ({ phase }) => {
      expect(phase).toBe('Running');
      const { message } = await world.step('prod', 'sync');
      expect(message).toContain('cannot be seen since');
    });
    await cluster.back();
    argocd.held = undefined;
    await world.ended('prod', 'Succeeded');
    expect(argocd.syncs).toHaveLength(1);
    await world.until('prod', async () =>
      expect((await world.health('prod'))!.status).toBe('Healthy'),
    );
    await cluster.away();
    await world.until('prod', async () =>
      expect(await world.health('prod')).toMatchObject({
        status: 'Unknown',
        issues: [expect.stringContaining('cannot be seen')],
      }),
    );
    await cluster.back();
    await world.until('prod', async () =>
      expect((await world.health('prod'))!.status).toBe('Healthy'),
    );
  });

  it('is woken by the event of an Application, once, and by nothing else', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.held = 'end';
    await start([update()]);
    await world.engine.release('1.0.0');
    const { name } = await world.until('prod', async () =>
      expect((await world.step('prod', 'sync')).message).toContain(
        'its sync is Running',
      ),
    );
    const look = jest.spyOn(world.engine.engine, 'look');
    await world.engine.queue.settle();
    expect(look).not.toHaveBeenCalled();
    argocd.held = 'reconcile';
    await eventually(() =>
      expect(look.mock.calls).toEqual([
        [{ kind: 'promotion', project: 'web', name }],
      ]),
    );
    // it was looked at already: nothing but that event was needed
    await world.engine.queue.settle();
    expect((await world.engine.promotions('prod'))[0].phase).toBe('Succeeded');
    argocd.held = undefined;
  });

  it('looks at the sources of every Application before it touches any', async () => {
    const second = { ...ref, name: 'web-second' };
    const source = { repoURL: 'https://else.dev/x' };
    await cluster.create(APPLICATIONS, app());
    await cluster.create(
      APPLICATIONS,
      app({
        metadata: { ...app().metadata, ...second },
        spec: { ...app().spec, source },
      }),
    );
    await start([update('', 'selector: {matchLabels: {app: web}}')]);
    await world.engine.release('1.0.0');
    const { message } = await world.ended('prod', 'Errored');
    expect(message).toContain(`it has no source ${REPO}`);
    const { operation, metadata } = await argocd.read('argocd', ref.name);
    expect([argocd.syncs, operation]).toEqual([[], undefined]);
    expect(metadata.annotations).not.toHaveProperty([REFRESH]);
    await cluster.remove(APPLICATIONS, second.namespace, second.name);
  });

  describe('when its cluster is gone for five minutes', () => {
    const outage = async (more: string) => {
      let later = 0;
      await cluster.create(APPLICATIONS, app());
      argocd.held = 'end';
      await start([update(more)], { clock: { now: () => Date.now() + later } });
      await world.engine.release('1.0.0');
      await world.until('prod', () => expect(argocd.syncs).toHaveLength(1));
      await cluster.away();
      const { name } = await world.until('prod', async () =>
        expect((await world.step('prod', 'sync')).message).toContain(
          'cannot be seen since',
        ),
      );
      later = 301_000;
      const at = { kind: 'promotion' as const, project: 'web', name };
      await world.engine.engine.look(at);
      await world.engine.queue.settle();
      return name;
    };
    const back = async () => {
      await cluster.back();
      argocd.held = undefined;
    };

    it('goes on where a step may take longer, and syncs no second time', async () => {
      await outage(', retry: {timeout: 10m}');
      expect((await world.engine.promotions('prod'))[0].phase).toBe('Running');
      await back();
      await world.ended('prod', 'Succeeded');
      expect(argocd.syncs).toHaveLength(1);
    });

    it('ends a step whose time is up, passes nothing, and a retry finds what was synced', async () => {
      const promotion = await outage('');
      const { message } = await world.ended('prod', 'Errored');
      expect(message).toContain('gave up');
      const row = await world.engine.store.stage('web', 'prod');
      expect(row?.verification).toBeUndefined();
      await back();
      await eventually(async () => {
        const { status } = await argocd.read('argocd', ref.name);
        expect(status?.sync?.status).toBe('Synced');
      });
      const ada = { ref: 'user:default/ada', ownership: [] };
      const again = { project: 'web', promotion, actor: ada };
      await world.engine.engine.retry(again);
      await world.ended('prod', 'Succeeded');
      expect((await world.health('prod'))!.status).toBe('Healthy');
    });
  });

  it('sets images and revisions of several sources, of all that a selector chooses', async () => {
    const chart = { repoURL: 'https://charts.acme.dev', chart: 'web' };
    const spec = {
      ...app().spec,
      source: undefined,
      sources: [{ repoURL: REPO, targetRevision: 'main' }, chart],
    };
    await cluster.create(APPLICATIONS, app({ spec }));
    await start([
      `{uses: argocd-update, as: sync, config: {apps: [{selector: {matchLabels: {app: web}}, sources: [{repoURL: "${REPO}", kustomize: {images: [{repoURL: acme/web, tag: "\${{ imageFrom('localhost:1/web').Tag }}"}]}}, {repoURL: "${chart.repoURL}", chart: web, desiredRevision: 1.2.3, updateTargetRevision: true}]}]}}`,
    ]);
    argocd.head = () => ['any', '1.2.3'];
    await world.engine.release('1.0.0');
    await world.ended('prod', 'Succeeded');
    const { spec: after } = await argocd.read('argocd', 'web-prod');
    expect(after!.sources).toEqual([
      {
        repoURL: REPO,
        targetRevision: 'main',
        kustomize: { images: ['acme/web:1.0.0'] },
      },
      { ...chart, targetRevision: '1.2.3' },
    ]);
    expect(after).not.toHaveProperty('source');
    expect(argocd.syncs[0].operation!.sync).toMatchObject({
      revisions: ['main', '1.2.3'],
    });
    expect((await world.health('prod'))!.status).toBe('Healthy');
  });

  it('says which source is missing, and touches none', async () => {
    await cluster.create(
      APPLICATIONS,
      app({
        spec: { ...app().spec, source: { repoURL: 'https://else.dev/x' } },
      }),
    );
    await start([update()]);
    await world.engine.release('1.0.0');
    const { message } = await world.ended('prod', 'Errored');
    expect(message).toContain(`it has no source ${REPO}`);
    expect(argocd.syncs).toEqual([]);
  });

  it('waits for health, and gives up when it falls', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.health = 'Progressing';
    await start([
      update(),
      '{uses: argocd-wait, as: wait, config: {apps: [{name: web-prod}]}}',
    ]);
    await world.engine.release('1.0.0');
    await world.until('prod', async () =>
      expect((await world.step('prod', 'wait')).message).toContain(
        'it is Progressing',
      ),
    );
    argocd.health = 'Degraded';
    await argocd.reconcile(app());
    const { message } = await world.ended('prod', 'Failed');
    expect(message).toContain('it was Progressing and is Degraded now');
  });

  it('waits until all is well', async () => {
    await cluster.create(APPLICATIONS, app());
    argocd.held = 'reconcile';
    await start([
      update(),
      '{uses: argocd-wait, as: wait, config: {apps: [{selector: {matchLabels: {app: web}}}]}}',
    ]);
    await world.engine.release('1.0.0');
    await world.until('prod', async () =>
      expect((await world.step('prod', 'wait')).message).toContain(
        'it was not reconciled since its last operation ended',
      ),
    );
    argocd.held = undefined;
    await world.ended('prod', 'Succeeded');
    expect((await world.step('prod', 'wait')).output).toEqual({
      apps: [ref],
      links: [],
    });
  });
}
