import { mockServices } from '@backstage/backend-test-utils';
import { DefinitionPortal } from '../../__testUtils__/DefinitionPortal';
import { eventually } from '../../__testUtils__/eventually';
import { PlayedKargo } from '../../__testUtils__/PlayedKargo';
import { StandInCluster } from '../../__testUtils__/StandInCluster';

jest.setTimeout(120_000);

const WEBHOOK =
  'admission webhook "promotion.kargo.akuity.io" denied the request: ';

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
  ])('%s is asked for before the cluster is', async (name, path, body) => {
    const promotion = await kargo.putPromotion('dev', freight);
    await eventually(async () => {
      const { items } = await portal.get(`${shop}/promotions`);
      expect(items).toHaveLength(1);
    });
    denied.add(name);
    const answer = await portal.ask(
      `${shop}${path
        .replace('FREIGHT', freight)
        .replace('PROMOTION', promotion)}`,
      { ...(path === '/promotions' && { freight }), ...body },
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
