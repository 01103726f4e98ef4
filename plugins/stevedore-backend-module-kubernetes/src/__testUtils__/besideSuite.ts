import { DefinitionPortal } from './DefinitionPortal';
import { eventually } from './eventually';
import { PlayedKargo } from './PlayedKargo';
import { TestCluster } from './TestCluster';

/** What a pipeline that a Kargo runs is on the page, and what people can ask of it, on whatever cluster. */
export function besideSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let kargo: PlayedKargo;
  let portal: DefinitionPortal;

  beforeEach(async () => {
    cluster = await open();
    kargo = new PlayedKargo(cluster);
  });

  afterEach(async () => {
    await portal?.close();
    await kargo.clear();
  });

  async function start(
    how: Partial<Parameters<typeof DefinitionPortal.start>[0]> = {},
  ) {
    portal = await DefinitionPortal.start({
      access: cluster.access,
      annotations: { 'stevedore.dev/kargo': 'test/shop' },
      ...how,
    });
  }

  const until = (check: (pipeline: any) => void) =>
    eventually(async () => check(await portal.pipeline));
  const cell = (pipeline: any, freight: string, stage: string) =>
    pipeline.freight.items
      .find(({ name }: any) => name === freight)
      ?.cells.find((each: any) => each.stage === stage);
  const stageOf = (pipeline: any, name: string) =>
    pipeline.stages.find((each: any) => each.name === name);
  const shows = (freight: string, stage: string, what: object) =>
    until(pipeline =>
      expect(cell(pipeline, freight, stage)).toMatchObject(what),
    );

  it('is shown as its Kargo says it is, from one stage to the next', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    await start();
    await until(pipeline => {
      expect(pipeline).toMatchObject({
        project: 'shop',
        provenance: 'kargo',
        problems: [],
        runBy: { name: 'Kargo', target: 'test/shop' },
        warehouses: [
          {
            name: 'images',
            watches: ['ghcr.io/acme/web ^1.0.0'],
            checkedAt: '2026-03-09T09:00:00.000Z',
            conditions: [{ type: 'Healthy', status: 'True' }],
          },
        ],
      });
      expect(pipeline.runBy).not.toHaveProperty('unseen');
      expect(cell(pipeline, freight, 'dev')).toMatchObject({
        state: 'eligible',
        mayEnter: true,
      });
      expect(cell(pipeline, freight, 'prod')).toMatchObject({
        state: 'blocked',
        sentence: 'Freight is not verified in dev.',
        mayWaive: true,
      });
    });
    const name = await kargo.putPromotion('dev', freight);
    await shows(freight, 'dev', { state: 'queued', promotion: name });
    await kargo.run(name);
    await shows(freight, 'dev', {
      state: 'promoting',
      count: { done: 2, of: 2 },
    });
    await until(pipeline =>
      expect(stageOf(pipeline, 'dev')).toMatchObject({
        health: 'promoting',
        current: { name, requester: 'email:eve@acme.dev' },
      }),
    );
    await kargo.succeed(name);
    await kargo.verify('dev', freight);
    await until(pipeline => {
      expect(cell(pipeline, freight, 'dev')).toMatchObject({
        state: 'here',
        verified: true,
        since: '2026-03-09T10:05:00.000Z',
      });
      expect(cell(pipeline, freight, 'prod')).toMatchObject({
        state: 'eligible',
      });
      expect(stageOf(pipeline, 'dev')).toMatchObject({
        health: 'healthy',
        promotedBy: name,
        verification: { phase: 'Successful' },
        checks: [{ step: 'Kargo', status: 'Healthy' }],
      });
    });
    const overview = await portal.get('/pipelines');
    expect(stageOf(overview.items[0], 'dev')).toMatchObject({
      here: [{ name: freight }],
    });
    await kargo.unhealthy('dev', 'Application web is degraded');
    await until(pipeline =>
      expect(stageOf(pipeline, 'dev')).toMatchObject({
        health: 'unhealthy',
        checks: [{ issues: ['Application web is degraded'] }],
      }),
    );
    const detail = await portal.get(`/projects/shop/promotions/${name}`);
    expect(detail).toMatchObject({
      promotion: { phase: 'Succeeded', step: { done: 2, of: 2 } },
      steps: [
        { alias: 'clone', uses: 'git-clone', status: 'Succeeded' },
        { alias: 'step-2', uses: 'acme-release', status: 'Succeeded' },
      ],
    });
    const history = await portal.get('/projects/shop/history');
    expect(history.items.map(({ verb }: any) => verb)).toEqual(
      expect.arrayContaining([
        'freight.created',
        'promotion.requested',
        'promotion.finished',
        'verification.finished',
      ]),
    );
  });

  it('is promoted by what a person asks for, with the name of that person', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    await start();
    await shows(freight, 'dev', { mayEnter: true });
    const plan = await portal.ask('/projects/shop/plans', {
      stage: 'dev',
      freight,
    });
    expect(plan).toMatchObject({
      open: true,
      action: 'Promote to dev in Kargo',
    });
    const made = await portal.ask('/projects/shop/promotions', {
      stage: 'dev',
      freight,
      reason: 'the release of today',
    });
    expect(made).toMatchObject({ phase: 'Pending', stage: 'dev' });
    kargo.knows(made.name);
    expect(await kargo.promotion(made.name)).toMatchObject({
      metadata: {
        labels: { 'kargo.akuity.io/stage': 'dev' },
        annotations: { 'kargo.akuity.io/create-actor': 'user:default/ada' },
      },
      spec: { stage: 'dev', freight },
    });
    await kargo.pending(made.name);
    await shows(freight, 'dev', { state: 'queued', promotion: made.name });
    expect(await portal.entries('runner.asked')).toBe(1);
    expect(await portal.entries('runner.answered')).toBe(1);
    const history = await portal.get(
      '/projects/shop/history?level=decisions&stage=dev',
    );
    expect(history.items).toEqual([
      expect.objectContaining({
        verb: 'runner.asked',
        actor: 'user:default/ada',
        reason: 'the release of today',
      }),
    ]);
    await kargo.run(made.name);
    await until(pipeline =>
      expect(stageOf(pipeline, 'dev').current).toMatchObject({
        phase: 'Running',
      }),
    );
    const aborted = await portal.ask(
      `/projects/shop/promotions/${made.name}/abort`,
      { reason: 'wrong one' },
    );
    expect(aborted).toMatchObject({ status: 200, abortRequested: true });
    const { metadata } = await kargo.promotion(made.name);
    expect(
      JSON.parse(metadata.annotations!['kargo.akuity.io/abort']),
    ).toMatchObject({ action: 'terminate', actor: 'user:default/ada' });
  });

  it('goes on where a promotion ended badly', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    const name = await kargo.putPromotion('dev', freight);
    await start();
    await shows(freight, 'dev', { state: 'queued' });
    await kargo.run(name);
    await kargo.fail(name, 'step "clone" errored: no such host');
    await shows(freight, 'dev', {
      state: 'failed',
      sentence: 'step "clone" errored: no such host',
    });
    const again = await portal.ask(`/projects/shop/promotions/${name}/retry`);
    kargo.knows(again.name);
    expect(again).toMatchObject({ phase: 'Pending' });
    expect(again.name).not.toBe(name);
    await shows(freight, 'dev', { state: 'queued', promotion: again.name });
  });

  it('lets freight in that a person approves, and looks for more when asked', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    await start();
    await shows(freight, 'prod', { state: 'blocked', mayWaive: true });
    const waive = `/projects/shop/freight/${freight}/waive`;
    expect(
      await portal.ask(waive, { stage: 'prod', reason: 'an emergency' }),
    ).toMatchObject({ status: 204 });
    expect((await kargo.freight(freight)).status?.approvedFor).toEqual({
      prod: { approvedAt: expect.stringMatching(/^2.*Z$/) },
    });
    await shows(freight, 'prod', {
      state: 'eligible',
      waived: { reason: expect.stringContaining('approved in Kargo') },
    });
    await portal.ask('/projects/shop/warehouses/images/refresh');
    expect((await kargo.warehouse()).metadata.annotations).toHaveProperty([
      'kargo.akuity.io/refresh',
    ]);
    const promoted = await portal.ask('/projects/shop/promotions', {
      stage: 'prod',
      freight,
    });
    kargo.knows(promoted.name);
    expect((await kargo.promotion(promoted.name)).metadata.labels).toEqual({
      'kargo.akuity.io/stage': 'prod',
      'kargo.akuity.io/shard': 'eu',
    });
  });

  it('says what is not done here instead of doing it', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    await start();
    await shows(freight, 'prod', { state: 'blocked' });
    const shop = '/projects/shop';
    const asks: [string, object][] = [
      [`${shop}/stages/dev/hold`, { origin: 'Warehouse/images' }],
      [`${shop}/stages/dev/rollback`, {}],
      [`${shop}/stages/dev/verify`, {}],
      [`${shop}/freight/${freight}/quarantine`, { reason: 'x' }],
      [`${shop}/freight/${freight}/alias`, { alias: 'other' }],
      ['/locks', { project: 'shop', reason: 'x', blocks: 'all' }],
    ];
    for (const [path, body] of asks)
      expect(await portal.ask(path, body)).toMatchObject({
        status: 409,
        error: {
          message: expect.stringMatching(/^Kargo runs this pipeline: /),
        },
      });
    const blocked = await portal.ask(`${shop}/promotions`, {
      stage: 'prod',
      freight,
    });
    expect(blocked).toMatchObject({
      status: 409,
      error: { message: 'Freight is not verified in dev.' },
    });
    const { stages, whyNot } = await portal.pipeline;
    expect(whyNot.quarantine).toMatch(/^Kargo runs/);
    expect(stages[0].whyNot.hold).toMatch(/^Kargo runs/);
    expect(await portal.entries('runner.asked')).toBe(0);
  });

  it('is not seen while its cluster is away, and nothing is guessed', async () => {
    await kargo.putShop();
    const freight = await kargo.putFreight('1.0.0', 1);
    await start();
    await shows(freight, 'dev', { mayEnter: true });
    await cluster.away();
    await until(pipeline => {
      expect(pipeline.runBy.unseen).toMatch(/cannot be seen since/);
      expect(pipeline.freight.items).toEqual([]);
      expect(stageOf(pipeline, 'dev').health).toBe('unseen');
    });
    expect(
      await portal.ask('/projects/shop/warehouses/images/refresh'),
    ).toMatchObject({
      status: 409,
      error: { message: expect.stringContaining('cannot be seen since') },
    });
    await cluster.back();
    await shows(freight, 'dev', { mayEnter: true });
    await until(({ problems, runBy }) => {
      expect(problems).toEqual([]);
      expect(runBy).not.toHaveProperty('unseen');
    });
  });

  it('is shown to nobody whom its Project does not name', async () => {
    await kargo.putShop({ 'stevedore.dev/entity': 'component:default/other' });
    await kargo.putFreight('1.0.0', 1);
    await start();
    await until(pipeline => {
      expect(pipeline.problems).toEqual([
        expect.objectContaining({
          message: expect.stringContaining(
            'does not say that it is for component:default/web',
          ),
        }),
      ]);
      expect(pipeline.freight.items).toEqual([]);
    });
  });

  const rule = (match: string, entity: string) => ({
    kargo: { projects: [{ cluster: 'test', mode: 'beside', match, entity }] },
  });

  it('belongs to the entity that a rule of the platform names', async () => {
    await kargo.putShop({});
    const freight = await kargo.putFreight('1.0.0', 1);
    await start({
      annotations: {},
      kubernetes: rule('sho*', 'component:default/web'),
    });
    await shows(freight, 'dev', { mayEnter: true });
    const overview = await portal.get('/pipelines');
    expect(overview.items).toMatchObject([{ runBy: 'Kargo' }]);
    expect(await portal.get('/unmapped')).toEqual({ items: [], unseen: [] });
  });

  it.each([
    ['other-*', 'component:default/web', 'no rule of'],
    ['sho*', 'component:default/gone', 'which the catalog does not have'],
  ])(
    'is listed when no component shows it (%s to %s)',
    async (match, entity, reason) => {
      await kargo.putShop({});
      await start({ annotations: {}, kubernetes: rule(match, entity) });
      await eventually(async () =>
        expect(await portal.get('/unmapped')).toEqual({
          items: [
            {
              target: 'test/shop',
              reason: expect.stringContaining(reason),
              cure: expect.stringMatching(/\.$/),
            },
          ],
          unseen: [],
        }),
      );
    },
  );
}
