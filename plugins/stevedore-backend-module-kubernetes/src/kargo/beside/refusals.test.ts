import { mockServices } from '@backstage/backend-test-utils';
import { DefinitionPortal } from '../../__testUtils__/DefinitionPortal';
import { eventually } from '../../__testUtils__/eventually';
import { PlayedKargo } from '../../__testUtils__/PlayedKargo';
import { StandInCluster } from '../../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

const WEBHOOK =
  'admission webhook "promotion.kargo.akuity.io" denied the request: ';

const BECAUSE = { reason: 'x' };
const ORIGIN = { origin: 'Warehouse/images' };
const ASSEMBLED = { warehouse: 'images' };
const SEEN = { digest: 'of-a-plan' };
const TESTED = { name: 'e2e', outcome: 'passed' };
const FREEZE = {
  ...BECAUSE,
  name: 'freeze',
  kind: 'Deny',
  start: '2026-12-20T00:00:00Z',
  end: '2027-01-04T00:00:00Z',
};

describe('what people ask of a Kargo, and may not', () => {
  let cluster: StandInCluster;
  let kargo: PlayedKargo;
  let portal: DefinitionPortal;
  let freight: string;
  /** Names of permissions that nobody has. */
  let denied: Set<string>;

  beforeEach(async () => {
    denied = new Set();
    cluster = await StandInCluster.start();
    kargo = new PlayedKargo(cluster);
    await kargo.putShop();
    freight = await kargo.putFreight('1.0.0', 1);
    const authorize = async (asked: { permission: { name: string } }[]) =>
      asked.map(({ permission }) => ({
        result: denied.has(permission.name) ? 'DENY' : 'ALLOW',
      }));
    portal = await DefinitionPortal.start({
      access: cluster.access,
      annotations: { 'stevedore.dev/kargo': 'test/shop' },
      features: [
        mockServices.permissions.mock({
          authorize: authorize as never,
        }).factory,
      ],
    });
    await eventually(async () => {
      const { freight: page } = await portal.pipeline;
      if (page.items.length !== 1) throw new Error('it is not shown yet');
    });
  });

  afterEach(async () => {
    await portal.close();
    await cluster.close();
  });

  const shop = '/projects/shop';
  const writes = () =>
    (cluster.api.asked.create ?? 0) + (cluster.api.asked.patch ?? 0);

  it.each([
    ['stevedore.promotion.create', '/promotions', { stage: 'dev' }],
    [
      'stevedore.freight.waive',
      '/freight/FREIGHT/waive',
      { stage: 'prod', reason: 'x' },
    ],
    ['stevedore.warehouse.refresh', '/warehouses/images/refresh', {}],
    ['stevedore.promotion.abort', '/promotions/PROMOTION/abort', {}],
    // and what that Kargo is never asked for: who may not, hears nothing else
    ['stevedore.promotion.retry', '/promotions/PROMOTION/retry', {}],
    ['stevedore.promotion.approve', '/promotions/PROMOTION/approve', SEEN],
    ['stevedore.promotion.create', '/stages/dev/targets', { targets: ['a'] }],
    ['stevedore.freight.create', '/freight', ASSEMBLED],
    ['stevedore.freight.update', '/freight/FREIGHT/alias', { alias: 'x' }],
    ['stevedore.freight.quarantine', '/freight/FREIGHT/quarantine', BECAUSE],
    ['stevedore.freight.lift', '/freight/FREIGHT/lift', BECAUSE],
    ['stevedore.freight.test', '/freight/FREIGHT/tests', TESTED],
    ['stevedore.stage.hold', '/stages/dev/hold', ORIGIN],
    ['stevedore.stage.hold', '/stages/dev/resume', ORIGIN],
    ['stevedore.stage.rollback', '/stages/dev/rollback', {}],
    ['stevedore.stage.verify', '/stages/dev/verify', {}],
    ['stevedore.stage.verify', '/stages/dev/stop-verification', {}],
    ['stevedore.stage.lock', '/locks', { ...BECAUSE, blocks: 'all' }],
    ['stevedore.stage.lock', '/locks/l/release', {}],
    ['stevedore.stage.freeze', '/windows', FREEZE],
    ['stevedore.stage.freeze', '/windows/import', { ...BECAUSE, calendar: '' }],
    ['stevedore.stage.freeze', '/windows/w/end', {}],
  ])('%s is asked for first (POST %s)', async (name, path, body) => {
    const promotion = await kargo.putPromotion('dev', freight);
    await eventually(async () => {
      const { items } = await portal.get(`${shop}/promotions`);
      expect(items).toHaveLength(1);
    });
    denied.add(name);
    const beyond = /^\/(locks|windows)/.test(path);
    const answer = await portal.ask(
      `${beyond ? '' : shop}${path
        .replace('FREIGHT', freight)
        .replace('PROMOTION', promotion)}`,
      {
        ...(/\/(promotions|targets)$/.test(path) && { freight }),
        ...(beyond && { project: 'shop' }),
        ...body,
      },
    );
    expect(answer).toMatchObject({
      status: 403,
      error: { message: expect.stringContaining(`permission ${name}`) },
    });
    expect(writes()).toBe(0);
    expect(await portal.entries('denied')).toBe(1);
    expect(await portal.entries('runner.asked')).toBe(0);
  });

  it.each([
    '/calendar?project=shop',
    '/calendar.ics?project=shop',
    `${shop}/stages/dev/gates?freight=FREIGHT`,
    `${shop}/stages/dev/rollback`,
    `${shop}/stages/dev/rollouts`,
  ])('who may not see it reads nothing of %s', async path => {
    denied.add('stevedore.pipeline.read');
    const answer = await portal.get(path.replace('FREIGHT', freight));
    expect(answer.error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('permission stevedore.pipeline.read'),
    });
  });

  it.each([
    [403, 'Forbidden', 'stages "dev" is forbidden: you may not promote'],
    [422, 'Invalid', 'Promotion is invalid: freight is not available to stage'],
  ])('says what its admission says (%i)', async (status, reason, sentence) => {
    cluster.api.next.create = [
      { status, reason, message: `${WEBHOOK}${sentence}` },
    ];
    const answer = await portal.ask(`${shop}/promotions`, {
      stage: 'dev',
      freight,
    });
    expect(answer).toMatchObject({
      status: status === 403 ? 403 : 400,
      error: { message: `Kargo refuses: ${sentence}` },
    });
    const { items } = await portal.get(`${shop}/history?level=decisions`);
    expect(items[0]).toMatchObject({
      verb: 'runner.answered',
      actor: 'user:default/ada',
      reason: `Kargo refuses: ${sentence}`,
    });
  });

  it('says which right of the portal is missing, and that it is the portal’s', async () => {
    cluster.api.next.patch = [{ status: 403, message: 'no' }];
    expect(
      await portal.ask(`${shop}/freight/${freight}/waive`, {
        stage: 'prod',
        reason: 'x',
      }),
    ).toMatchObject({
      status: 409,
      error: {
        message: expect.stringContaining(
          'add the verb patch on freights.kargo.akuity.io/status to its role',
        ),
      },
    });
  });

  it('says that nobody knows what came of it when the cluster breaks off', async () => {
    cluster.api.next.create = [{ status: 500, message: 'etcd is away' }];
    expect(
      await portal.ask(`${shop}/promotions`, { stage: 'dev', freight }),
    ).toMatchObject({
      status: 409,
      error: {
        message: expect.stringContaining('whether it was done is not known'),
      },
    });
  });
});
