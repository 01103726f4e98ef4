import { PROJECT_CONFIGS, STAGES, WAREHOUSES } from '../kargoKinds';
import { asRefusal } from './asRefusal';
import { ClusterError } from '../../api/ClusterError';
import { discoveryOf } from './discoveryOf';
import { freightStageRowsOf } from './freightRowOf';
import { PromotionObject, StageObject } from './objects';
import { outlineOf } from './outlineOf';
import { promotionObject, shortened } from './promotionObject';
import { viewOf } from './viewOf';

const metadata = (name: string, more = {}) => ({
  name,
  namespace: 'shop',
  creationTimestamp: '2026-03-01T09:00:00Z',
  ...more,
});
const NOTHING = { warehouses: [], freight: [], stages: [], promotions: [] };

describe('outlineOf', () => {
  it('keeps what a page needs of a stage, whatever else a Kargo put there', () => {
    const spec = {
      shard: 'eu',
      extension: 1,
      targets: { selectors: [] },
      requestedFreight: [
        {
          origin: { kind: 'Warehouse', name: 'w', more: 1 },
          sources: {
            stages: ['dev'],
            requiredSoakTime: '1h',
            newer: true,
            autoPromotionOptions: { selectionPolicy: 'NewestFreight', x: 1 },
          },
        },
      ],
      promotionTemplate: {
        spec: {
          vars: [{ name: 'a', value: 'b' }],
          steps: [
            { uses: 'acme-step', as: 's', config: { a: 1 }, if: '${{ x }}' },
            { task: { name: 't' } },
          ],
        },
      },
      verification: { analysisTemplates: [{ name: 'smoke' }], args: [] },
    };
    const own = metadata('prod', {
      labels: { a: 'b' },
      annotations: { 'stevedore.dev/approvals': '1 of owner' },
    });
    expect(outlineOf(STAGES, { metadata: own, spec })).toEqual({
      metadata: { name: 'prod', namespace: 'shop', labels: { a: 'b' } },
      spec: {
        requestedFreight: [
          {
            origin: { kind: 'Warehouse', name: 'w' },
            sources: {
              stages: ['dev'],
              requiredSoakTime: '1h',
              autoPromotionOptions: { selectionPolicy: 'NewestFreight' },
            },
          },
        ],
        promotionTemplate: {
          spec: {
            steps: [{ uses: 'acme-step', as: 's' }, { task: { name: 't' } }],
          },
        },
        verification: { analysisTemplates: [{ name: 'smoke' }] },
      },
    });
  });

  it('shows a control-flow stage as one, and subscriptions that it knows', () => {
    const flow = { requestedFreight: [], promotionTemplate: { spec: {} } };
    expect(
      outlineOf(STAGES, { metadata: metadata('a'), spec: flow }).spec,
    ).toEqual({ requestedFreight: [] });
    const spec = {
      interval: '5m',
      subscriptions: [
        { image: { repoURL: 'a', constraint: '1', platform: 'x/y' } },
        { name: 'g', git: { repoURL: 'b', branch: 'main', since: 'x' } },
        { chart: { repoURL: 'c', name: 'd', semverConstraint: '^1' } },
        { name: 'other', generic: {} },
      ],
    };
    expect(
      outlineOf(WAREHOUSES, { metadata: metadata('w'), spec }).spec,
    ).toEqual({
      interval: '5m',
      subscriptions: [
        { image: { repoURL: 'a', constraint: '1' } },
        { name: 'g', git: { repoURL: 'b', branch: 'main' } },
        { chart: { repoURL: 'c', name: 'd', semverConstraint: '^1' } },
      ],
    });
    const policies = [
      { stageSelector: { name: 'dev', x: 1 }, autoPromotionEnabled: true },
    ];
    expect(
      outlineOf(PROJECT_CONFIGS, {
        metadata: metadata('shop'),
        spec: { promotionPolicies: policies, webhookReceivers: [{}] },
      }).spec,
    ).toEqual({
      promotionPolicies: [
        { stageSelector: { name: 'dev' }, autoPromotionEnabled: true },
      ],
    });
  });
});

describe('freight in stages', () => {
  it('is what Kargo keeps of it, also where it does not say when', () => {
    const rows = freightStageRowsOf({
      metadata: metadata('f'),
      status: {
        currentlyIn: { dev: { since: '2026-03-02T10:00:00Z' } },
        verifiedIn: {
          dev: { verifiedAt: '2026-03-02T11:00:00Z', longestSoak: '1h30m' },
          qa: null,
        },
        approvedFor: { prod: null },
      },
    });
    expect(rows).toEqual([
      expect.objectContaining({
        stage: 'dev',
        since: '2026-03-02T10:00:00.000Z',
        verifiedAt: '2026-03-02T11:00:00.000Z',
        longestSoakMs: 5_400_000,
        waived: undefined,
      }),
      expect.objectContaining({
        stage: 'qa',
        since: undefined,
        verifiedAt: '2026-03-01T09:00:00.000Z',
      }),
      expect.objectContaining({
        stage: 'prod',
        verifiedAt: undefined,
        waived: expect.objectContaining({ at: '2026-03-01T09:00:00.000Z' }),
      }),
    ]);
  });
});

describe('a promotion', () => {
  const promotion = (more: Partial<PromotionObject>): PromotionObject => ({
    metadata: metadata('dev.x.y'),
    spec: { stage: 'dev', freight: 'f' },
    ...more,
  });
  const rowOf = (object: PromotionObject) =>
    viewOf({ ...NOTHING, promotions: [object] }).promotions[0];

  it.each([
    [undefined, 'Pending'],
    ['Running', 'Running'],
    ['Errored', 'Errored'],
    ['OfANewerKargo', 'Pending'],
  ])('in phase %s is %s', (phase, expected) => {
    expect(rowOf(promotion({ status: { phase } })).phase).toBe(expected);
  });

  it.each([
    [undefined, 'somebody', false],
    ['email:eve@acme.dev', 'email:eve@acme.dev', false],
    ['controller:stage', 'controller:stage', true],
  ])('of %s was asked for by %s', (actor, requester, automatic) => {
    const annotations = actor
      ? { 'kargo.akuity.io/create-actor': actor }
      : undefined;
    expect(
      rowOf(promotion({ metadata: metadata('p', { annotations }) })),
    ).toMatchObject({ requester, automatic });
  });

  it.each([
    ['terminate', { actor: 'somebody' }],
    [
      '{"action":"terminate","actor":"user:default/ada"}',
      { actor: 'user:default/ada' },
    ],
  ])('that is to end (%s) says so until it has', (abort, abortRequested) => {
    const asked = promotion({
      metadata: metadata('p', {
        annotations: { 'kargo.akuity.io/abort': abort },
      }),
    });
    expect(rowOf(asked).abortRequested).toEqual(abortRequested);
    const ended = { ...asked, status: { phase: 'Aborted' } };
    expect(rowOf(ended).abortRequested).toBeUndefined();
  });

  it('that names no stage or freight is none', () => {
    expect(rowOf(promotion({ spec: {} }))).toBeUndefined();
  });

  it('is made as Kargo makes one', () => {
    const made = promotionObject({
      project: 'shop',
      name: 'p',
      stage: 's'.repeat(70),
      freight: 'f',
      actor: 'user:default/ada',
    });
    const label = made.metadata.labels!['kargo.akuity.io/stage'];
    expect(label).toHaveLength(63);
    expect(label).toMatch(/^s{54}-[0-9a-f]{8}$/);
    expect(made.metadata.annotations!['kargo.akuity.io/stage']).toBe(
      's'.repeat(70),
    );
    expect(shortened('prod')).toBe('prod');
  });
});

describe('a stage', () => {
  const stage = (status: StageObject['status']): StageObject => ({
    metadata: metadata('dev'),
    status,
  });
  const rowOf = (status: StageObject['status']) =>
    viewOf({ ...NOTHING, stages: [stage(status)] }).stages[0];

  it('that Kargo has not looked at yet holds nothing', () => {
    expect(rowOf(undefined)).toMatchObject({
      history: [],
      holds: {},
      verification: undefined,
      lastPromotion: undefined,
    });
  });

  it('is on hold as Kargo counts it now', () => {
    const hold = (actor: string) => ({
      'Warehouse/w': { actor, createdAt: '2026-03-02T10:00:00Z' },
    });
    expect(
      rowOf({
        autoPromotionHolds: hold('old'),
        effectiveAutoPromotionHolds: hold('new'),
      }).holds,
    ).toMatchObject({ 'Warehouse/w': { actor: 'new' } });
  });

  it('has the health that Kargo says, and an unknown one is unknown', () => {
    const healthOf = (status: string) =>
      viewOf({
        ...NOTHING,
        stages: [stage({ health: { status } })],
      }).health.get('dev')?.status;
    expect(healthOf('Progressing')).toBe('Progressing');
    expect(healthOf('Excellent')).toBe('Unknown');
    expect(viewOf({ ...NOTHING, stages: [stage({})] }).health.has('dev')).toBe(
      false,
    );
  });
});

it('a warehouse is ill where Kargo says that it is not healthy', () => {
  const conditions = [
    { type: 'Healthy', status: 'False', message: 'no such image' },
    { type: 'OfANewerKargo', status: 'True' },
  ];
  const object = { metadata: metadata('w'), status: { conditions } };
  expect(discoveryOf(object)).toMatchObject({
    error: 'no such image',
    conditions: [{ type: 'Healthy', status: 'False' }],
  });
  expect(discoveryOf({ metadata: metadata('w') })).toBeUndefined();
});

describe('what is refused', () => {
  it.each([
    [
      { status: 403, denial: 'freight is not available' },
      'refused',
      'Kargo refuses: freight is not available',
    ],
    [{ status: 422, denial: 'no steps' }, 'invalid', 'Kargo refuses: no steps'],
    [{ status: 409, denial: 'taken' }, 'conflict', 'Kargo refuses: taken'],
    [{ status: 403 }, 'conflict', 'it may not'],
    [{ status: 422 }, 'invalid', 'it may not'],
    [{ status: 404, reason: 'NotFound' }, 'notFound', 'it may not'],
    [{}, 'conflict', 'it may not; whether it was done is not known'],
    [{ status: 503 }, 'conflict', 'whether it was done is not known'],
  ])('%j is said in words', async (about, kind, sentence) => {
    const refused = asRefusal(async () => {
      throw new ClusterError('it may not', about);
    });
    await expect(refused).rejects.toMatchObject({
      name: 'RequestError',
      kind,
      message: expect.stringContaining(sentence),
    });
  });
});
