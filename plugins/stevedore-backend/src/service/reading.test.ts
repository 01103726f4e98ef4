import { RequestError } from '@stevedore/promotion-engine';
import {
  commitOf,
  entryOf,
  sampleFreight,
} from '@stevedore/promotion-engine/testing';
import { callerNamed, createWorld, PROMOTION } from './__testUtils__/world';

const shop = { project: 'shop' };
const entity = { kind: 'component', namespace: 'default', name: 'shop' };

it('gives the first paint in one answer', async () => {
  const { service } = await createWorld();
  const pipeline = await service.getPipeline(entity, callerNamed('ravi'));
  expect(pipeline).toMatchObject({
    project: 'shop',
    entityRef: 'component:default/shop',
    warehouses: [{ name: 'web', origin: 'Warehouse/web' }],
    needsMe: [{ name: PROMOTION, requester: 'user:default/rhea' }],
    problems: [],
  });
  expect(
    pipeline.stages.map(stage => [
      stage.name,
      stage.edges[0].from,
      stage.autoPromotion,
      stage.health,
    ]),
  ).toEqual([
    ['dev', 'web', true, 'empty'],
    ['staging', 'dev', false, 'empty'],
    ['prod', 'staging', false, 'empty'],
  ]);
  const [newest, older] = pipeline.freight.items;
  expect(newest.name).toBe(sampleFreight(2).name);
  expect(newest.cells.map(cell => cell.state)).toEqual([
    'eligible',
    'blocked',
    'waitsForApproval',
  ]);
  expect(newest.cells[1].sentence).toBe('Freight is not verified in dev.');
  expect(newest.cells[2].count).toEqual({ done: 0, of: 2 });
  expect(older.cells.map(cell => cell.state)).toEqual([
    'eligible',
    'blocked',
    'blocked',
  ]);
});

it('says of freight who waived and quarantined it, and why', async () => {
  const { service, store } = await createWorld();
  const [{ name: old }, { name: bad }] = [1, 2].map(n => sampleFreight(n));
  const by = { actor: 'user:default/ada', reason: 'urgent' };
  await store.commit(
    commitOf('shop', [
      entryOf('freight.waived', { freight: old, stage: 'prod' }, by),
      entryOf('freight.quarantined', { freight: bad }, by),
    ]),
  );
  const { items } = await service.listFreight(shop, callerNamed('vera'));
  const [quarantined, waived] = items;
  expect(quarantined).toMatchObject({ name: bad, quarantine: by });
  expect(
    quarantined.cells.map(({ state, mayEnter, mayWaive }) => [
      state,
      mayEnter,
      mayWaive,
    ]),
  ).toEqual([
    ['quarantined', false, undefined],
    ['quarantined', false, undefined],
    ['waitsForApproval', false, undefined],
  ]);
  expect(waived.quarantine).toBeUndefined();
  expect(
    waived.cells.map(cell => [cell.state, cell.mayWaive, cell.waived?.reason]),
  ).toEqual([
    ['eligible', undefined, undefined],
    ['blocked', true, undefined],
    ['eligible', undefined, 'urgent'],
  ]);
});

it('reads the rows of a page in a fixed number of queries', async () => {
  const { service, store } = await createWorld();
  const stages = jest.spyOn(store, 'freightStages');
  const open = jest.spyOn(store, 'openPromotions');
  await service.listFreight(shop, callerNamed('vera'));
  expect([stages.mock.calls.length, open.mock.calls.length]).toEqual([1, 1]);
});

it('shows diffs and calls only with stevedore.plan.read, and never a password', async () => {
  const { service } = await createWorld();
  const input = { ...shop, name: PROMOTION };
  const ravi = await service.getPromotion(input, callerNamed('ravi'));
  expect(ravi).toMatchObject({
    mayDecide: true,
    plan: { diffs: [{ text: '+tag: 1' }], effects: [{ call: { tag: '1' } }] },
  });
  expect(JSON.stringify(ravi)).not.toContain('secret');
  const vera = await service.getPromotion(input, callerNamed('vera'));
  expect(vera.mayDecide).toBe(false);
  expect(vera.plan?.effects).toEqual([
    {
      step: 'push',
      kind: 'git-push',
      target: 'push to main of https://host/x',
      files: ['a.yaml'],
    },
  ]);
  expect(vera.plan?.diffs).toBeUndefined();
});

it.each([
  ['notFound', 'NotFoundError'],
  ['conflict', 'ConflictError'],
  ['invalid', 'InputError'],
  ['refused', 'NotAllowedError'],
] as const)('answers what the engine calls %s with %s', async (kind, name) => {
  const { service, engine } = await createWorld();
  engine.request.mockRejectedValue(new RequestError(kind, 'because'));
  const asked = service.requestPromotion(
    { ...shop, stage: 'dev', freight: 'a' },
    callerNamed('ada'),
  );
  await expect(asked).rejects.toMatchObject({ name, message: 'because' });
});

it('verifies the chain, and gives the entries to verify it elsewhere', async () => {
  const { service, store } = await createWorld();
  const ada = callerNamed('ada');
  await expect(service.verifyLedger(shop, ada)).resolves.toMatchObject({
    ok: true,
    entries: 4,
  });
  const first = await service.getLedger({ ...shop, limit: 3 }, ada);
  expect([first.items.length, first.next]).toEqual([3, 3]);
  const all = await store.entries('shop', { limit: 10 });
  jest
    .spyOn(store, 'entries')
    .mockResolvedValue(
      all.map(each =>
        each.seq === 2 ? { ...each, actor: 'user:default/eve' } : each,
      ),
    );
  await expect(service.verifyLedger(shop, ada)).resolves.toMatchObject({
    ok: false,
    fault: 'entry 2 was changed after it was written',
  });
  const history = await service.getHistory({ ...shop, limit: 2 }, ada);
  expect(history).toMatchObject({
    items: [{ seq: 4, verb: 'promotion.requested' }, { seq: 3 }],
    next: 3,
  });
});

it('tells what is wrong with a newer definition, with file and line, while the last good one runs', async () => {
  const { service, store } = await createWorld();
  const problem = {
    severity: 'error' as const,
    verdict: 'runnable' as const,
    message: 'there is no stage tset',
    cure: 'Write test.',
    position: { file: 'catalog-info.yaml', line: 7, column: 3 },
  };
  const data = { entityRef: 'component:default/shop', problems: [problem] };
  await store.commit(commitOf('shop', [entryOf('definition.rejected', data)]));
  const pipeline = await service.getPipeline(entity, callerNamed('vera'));
  expect(pipeline.problems).toEqual([
    {
      severity: 'error',
      message: 'there is no stage tset',
      cure: 'Write test.',
      file: 'catalog-info.yaml',
      line: 7,
      column: 3,
    },
  ]);
  expect(pipeline.stages).toHaveLength(3);
});

it('says where the caller would act why not', async () => {
  const { service } = await createWorld();
  const vera = await service.getPipeline(entity, callerNamed('vera'));
  expect(vera.stages[2].whyNot).toEqual({
    plan: 'You may not see plans in prod: it needs the permission stevedore.plan.read.',
    promote:
      'You may not ask for promotions in prod: it needs the permission stevedore.promotion.create.',
    hold: 'You may not hold or resume auto-promotion in prod: it needs the permission stevedore.stage.hold.',
    waive:
      'You may not let freight past verification in prod: it needs the permission stevedore.freight.waive.',
    verify:
      'You may not verify again or stop verifications in prod: it needs the permission stevedore.stage.verify.',
    rollback:
      'You may not roll back in prod: it needs the permission stevedore.stage.rollback.',
  });
  expect(vera.warehouses[0].whyNot).toContain('stevedore.warehouse.refresh');
  expect(vera.whyNot?.quarantine).toContain('stevedore.freight.quarantine');
  const rhea = await service.getPipeline(entity, callerNamed('rhea'));
  expect(vera.whyNot?.lift).toContain('stevedore.freight.lift');
  expect(vera.whyNot?.assemble).toContain('stevedore.freight.create');
  expect(vera.whyNot?.alias).toContain('stevedore.freight.update');
  expect(Object.values(rhea.whyNot ?? {})).not.toContainEqual(
    expect.anything(),
  );
  expect(JSON.stringify([rhea.stages, rhea.warehouses])).not.toContain(
    'You may',
  );
});

it('lists what was never in a stage, page by page', async () => {
  const { service, store } = await createWorld();
  const [one, two] = [1, 2].map(n => sampleFreight(n).name);
  const never = async (notIn: string, after?: string) =>
    service.listFreight(
      { ...shop, notIn, after, limit: 1 },
      callerNamed('vera'),
    );
  const first = await never('dev');
  expect(first.items.map(item => item.name)).toEqual([two]);
  expect((await never('dev', first.next)).items[0].name).toBe(one);
  jest
    .spyOn(store, 'freightStages')
    .mockResolvedValue([
      { project: 'shop', freight: two, stage: 'dev', since: 'x', version: 1 },
    ]);
  expect((await never('dev')).items.map(item => item.name)).toEqual([one]);
  expect((await never('prod')).items.map(item => item.name)).toEqual([two]);
});

it('shows what a warehouse found, to choose from', async () => {
  const { service, store } = await createWorld();
  const ask = { project: 'shop', warehouse: 'web' };
  const vera = callerNamed('vera');
  expect(await service.getWarehouse(ask, vera)).toMatchObject({ found: [] });
  await store.saveDiscovery('shop', 'web', {
    at: '2026-01-01T00:00:00Z',
    images: [
      {
        repoURL: 'ghcr.io/acme/web',
        references: [{ tag: '1.0.0', digest: 'sha256:1', annotations: {} }],
      },
    ],
    git: [
      {
        repoURL: 'https://me:secret@host/x',
        subscriptionName: 'config',
        commits: [
          {
            id: 'abc',
            subject: 'fix',
            author: 'Ann',
            committer: 'Bob',
            creatorDate: '2026-01-01T00:00:00Z',
          },
        ],
      },
    ],
    charts: [{ repoURL: 'https://charts', name: 'web', versions: ['1.0.0'] }],
    conditions: [
      {
        type: 'Healthy',
        status: 'True',
        reason: 'ArtifactsDiscovered',
        message: 'Discovered 1 images.',
      },
    ],
  });
  const detail = await service.getWarehouse(ask, vera);
  expect(detail.warehouse).toMatchObject({
    name: 'web',
    conditions: [{ reason: 'ArtifactsDiscovered' }],
  });
  expect(detail.found).toEqual([
    {
      kind: 'image',
      repoURL: 'ghcr.io/acme/web',
      versions: [{ version: '1.0.0', digest: 'sha256:1' }],
    },
    {
      kind: 'commit',
      repoURL: 'https://host/x',
      subscription: 'config',
      versions: [
        {
          version: 'abc',
          digest: 'abc',
          createdAt: '2026-01-01T00:00:00Z',
          message: 'fix',
          author: 'Ann',
        },
      ],
    },
    {
      kind: 'chart',
      repoURL: 'https://charts',
      name: 'web',
      versions: [{ version: '1.0.0' }],
    },
  ]);
  await expect(
    service.getWarehouse({ ...ask, warehouse: 'none' }, vera),
  ).rejects.toMatchObject({
    name: 'NotFoundError',
    message: 'shop has no warehouse none; it has web.',
  });
});

it('says of what may be asked for that it would wait, and for what', async () => {
  const { service, store } = await createWorld();
  const scope = { stages: { name: 'dev' } };
  await store.commit(
    commitOf('shop', [
      entryOf(
        'lock.set',
        { lock: 'l1', scope, blocks: 'all' },
        { reason: 'x' },
      ),
    ]),
  );
  const { items } = await service.listFreight(shop, callerNamed('vera'));
  expect(items[0].cells.map(cell => [cell.mayEnter, cell.queues])).toEqual([
    [true, 'until the lock is released'],
    [false, undefined],
    [false, undefined],
  ]);
});
