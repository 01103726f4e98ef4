import { Rollouts } from '@stevedore/demo';
import {
  createRolloutActs,
  createValueMasker,
  Definitions,
  RolloutAct,
  RolloutActs,
  RolloutContext,
  StageRollout,
  systemClock,
} from '@stevedore/promotion-engine';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { createModule } from '../createModule';
import {
  HASH_LABEL,
  REPLICA_SETS,
  REVISION,
  ROLLOUTS,
} from '../rollouts/rollout';
import { Clusters } from '../watch/Clusters';
import { eventually } from './eventually';
import { playRollouts } from './playRollouts';
import { TestCluster } from './TestCluster';

const ref = { namespace: 'shop', name: 'web' };
const at = { project: 'web', stage: 'prod' };
const actor = { ref: 'user:default/ada', ownership: ['user:default/ada'] };

const template = (tag: string) => ({
  spec: { containers: [{ image: `acme/web:${tag}` }] },
});
const STEPS = [
  { setWeight: 20 },
  { pause: {} },
  { analysis: { templates: [{ templateName: 'errors' }] } },
  { setWeight: 60 },
  { pause: { duration: '10m' } },
];

/** What is shown of Rollouts, and what acts do to them, on whatever cluster. */
export function rolloutsSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let controller: Rollouts;
  let clusters: Clusters;
  let acts: RolloutActs;
  let store: MemoryStore;
  let told: string[][];

  beforeEach(async () => {
    cluster = await open();
    controller = await playRollouts(cluster);
    store = new MemoryStore(systemClock);
    told = [];
    const made = createModule({
      config: {
        clusters: [{ name: 'test', access: cluster.access }],
        argocd: [],
      },
      logger: { info: () => undefined, warn: () => undefined },
      look: async () => undefined,
      changed: () => undefined,
      backOff: () => 20,
    });
    clusters = made.clusters;
    const stages = [{ name: 'prod', rollouts: [ref] }];
    const context: RolloutContext = {
      store,
      rollouts: made.rollouts,
      clock: systemClock,
      events: { publish: ({ subjects }) => void told.push(subjects) },
      masker: createValueMasker(),
      grants: { refusal: async ({ url, access }) => `${access} ${url}: no` },
      definitions: {
        load: async () => ({
          project: { stages },
          entityRef: 'component:default/web',
        }),
      } as unknown as Definitions,
    };
    acts = createRolloutActs(context);
  });

  afterEach(async () => {
    await clusters.stop();
    await controller.stop();
    // not every test makes them
    await cluster.remove(ROLLOUTS, ref.namespace, ref.name).catch(() => {});
    await cluster.remove(REPLICA_SETS, ref.namespace, 'web-1').catch(() => {});
  });

  async function create(
    strategy: object = { canary: { steps: STEPS } },
    annotations = { 'stevedore.dev/authorized-stage': 'web:prod' },
  ) {
    await cluster.create(REPLICA_SETS, {
      metadata: {
        ...{ namespace: ref.namespace, name: 'web-1' },
        labels: { [HASH_LABEL]: '1' },
        annotations: { [REVISION]: '7' },
      },
      ...{ spec: { template: template('1') } },
    });
    await cluster.create(ROLLOUTS, {
      metadata: { ...ref, annotations },
      ...{ spec: { replicas: 5, template: template('1'), strategy } },
    });
  }

  const read = async () => (await acts.read(at))[0];
  async function until(check: (rollout: StageRollout) => void) {
    let rollout!: StageRollout;
    await eventually(async () => {
      rollout = await read();
      check(rollout);
    });
    return rollout;
  }
  const inPhase = (phase: string) =>
    until(rollout => expect(rollout.phase).toBe(phase));
  const atStep = (step: number, phase = 'Paused') =>
    until(({ state, phase: now }) =>
      expect([state?.canary?.step, now]).toEqual([step, phase]),
    );
  async function act(what: RolloutAct, reason?: string) {
    const { state } = await read();
    const rollout = { cluster: 'test', ...ref };
    await acts.act({
      ...{ ...at, rollout, act: what, seen: state!.seen, actor },
      reason,
    });
  }
  const release = (tag: string) =>
    cluster.change(ROLLOUTS, ref, { spec: { template: template(tag) } });
  const ledger = async () =>
    (await store.entries('web', { limit: 100 })).map(
      ({ verb, data, reason, actor: by }) => [
        verb,
        (data as { act: string }).act,
        by,
        reason,
      ],
    );

  it('goes from step to step, as people promote it', async () => {
    await create();
    expect(await inPhase('Healthy')).toMatchObject({
      state: { stable: { images: ['acme/web:1'], replicas: 5 } },
      whyNot: { promote: expect.stringContaining('nothing is being rolled') },
    });
    await release('2');
    const paused = await atStep(1);
    expect(paused.state).toMatchObject({
      canary: {
        ...{ weight: 20, actual: 20, step: 1 },
        steps: [
          { name: 'weight 20 %', state: 'done' },
          { name: 'pause until somebody promotes', state: 'current' },
          { name: 'analysis errors', state: 'open' },
          { name: 'weight 60 %', state: 'open' },
          { name: 'pause 10m', state: 'open' },
        ],
      },
      stable: { hash: '1', number: 7, images: ['acme/web:1'], replicas: 4 },
      next: { hash: '2', images: ['acme/web:2'], replicas: 1 },
      paused: { why: 'step 2 is a pause' },
    });
    expect(paused.state!.paused!.until).toBeUndefined();
    told.length = 0;
    await act('promote', 'looks good');
    await atStep(2, 'Progressing');
    await until(({ state }) =>
      expect(state!.analyses).toEqual([
        { of: 'step', name: 'web-2', phase: 'Running' },
      ]),
    );
    expect(told).toContainEqual(['stage:prod']);
    await act('promote');
    const timed = await atStep(4);
    const { since, until: end } = timed.state!.paused!;
    expect(Date.parse(end!) - Date.parse(since!)).toBe(600_000);
    await act('promote-full', 'no time left');
    expect((await inPhase('Healthy')).state!.stable).toMatchObject({
      hash: '2',
    });
    expect(await ledger()).toEqual([
      ['rollout.asked', 'promote', actor.ref, 'looks good'],
      ['rollout.asked', 'promote', actor.ref, undefined],
      ['rollout.asked', 'promote-full', actor.ref, 'no time left'],
    ]);
  });

  it('is aborted in the middle of its steps, by a person or an analysis, and retried', async () => {
    await create();
    await inPhase('Healthy');
    await release('2');
    await atStep(1);
    await act('abort', 'errors');
    const aborted = await inPhase('Degraded');
    expect(aborted).toMatchObject({
      message: 'RolloutAborted: Rollout aborted update to 2',
      state: { aborted: true, canary: { weight: 0, actual: 0 } },
      whyNot: {
        promote: 'It cannot be done now: it was aborted; retry it first.',
        abort: 'It cannot be done now: it is aborted already.',
      },
    });
    expect(aborted.whyNot.retry).toBeUndefined();
    await act('retry');
    await atStep(1);
    controller.analyses.push({ phase: 'Failed', message: 'errors: 12 > 1' });
    await act('promote');
    expect(await inPhase('Degraded')).toMatchObject({
      state: {
        aborted: true,
        analyses: [{ of: 'step', phase: 'Failed', message: 'errors: 12 > 1' }],
      },
    });
  });

  it('is paused by a person, and resumed without passing a step', async () => {
    await create();
    await inPhase('Healthy');
    await release('2');
    await atStep(1);
    await act('promote');
    await atStep(2, 'Progressing');
    await act('pause');
    const paused = await atStep(2);
    expect(paused.state!.paused).toEqual({ why: 'somebody paused it' });
    await act('resume');
    await atStep(2, 'Progressing');
  });

  it('switches blue-green when somebody promotes', async () => {
    const blueGreen = {
      ...{ activeService: 'web', previewService: 'web-preview' },
      autoPromotionEnabled: false,
    };
    await create({ blueGreen });
    await inPhase('Healthy');
    await release('2');
    const { state } = await inPhase('Paused');
    expect(state).toMatchObject({
      strategy: 'blueGreen',
      blueGreen: {
        active: 'web',
        preview: 'web-preview',
        autoPromotion: false,
      },
      paused: { why: 'the preview is ready to be looked at' },
      stable: { hash: '1' },
      next: { hash: '2' },
    });
    await act('promote');
    expect((await inPhase('Healthy')).state!.next).toBeUndefined();
  });

  it('is degraded when it makes no progress', async () => {
    await create();
    await inPhase('Healthy');
    controller.stuck = true;
    await release('2');
    const { message, state } = await inPhase('Degraded');
    expect(message).toContain('ProgressDeadlineExceeded');
    expect(state!.aborted).toBe(false);
  });

  it('is unknown while its controller has not looked, and nothing is done to it', async () => {
    await create();
    await inPhase('Healthy');
    controller.held = true;
    await release('2');
    expect(await inPhase('Unknown')).toMatchObject({
      message: 'its controller has not looked at the last change yet',
      whyNot: { abort: expect.stringContaining('has not looked') },
    });
    await expect(act('pause')).rejects.toThrow('has not looked');
    expect(await ledger()).toEqual([]);
    controller.held = false;
    controller.look(await cluster.read(ROLLOUTS, ref));
    await atStep(1);
  });

  it('cannot be seen while the cluster is away, and comes back', async () => {
    await create();
    await inPhase('Healthy');
    await cluster.away();
    expect(await inPhase('Unknown')).toMatchObject({
      message: expect.stringContaining('cannot be seen since'),
      whyNot: { promote: expect.stringContaining('It cannot be seen') },
    });
    await cluster.back();
    await inPhase('Healthy');
    expect(told).toContainEqual(['stage:prod']);
  });

  it('leaves alone what has gone on since somebody looked', async () => {
    await create();
    await inPhase('Healthy');
    await release('2');
    const { state } = await atStep(1);
    await act('promote');
    await atStep(2, 'Progressing');
    await expect(
      acts.act({
        ...{ ...at, rollout: { cluster: 'test', ...ref }, act: 'promote' },
        ...{ seen: state!.seen, actor },
      }),
    ).rejects.toThrow('has gone on meanwhile');
    await atStep(2, 'Progressing');
    expect(await ledger()).toHaveLength(1);
  });

  it('is touched only for a stage that it names, or that the platform grants it', async () => {
    await create(undefined, {
      'stevedore.dev/authorized-stage': 'web:staging',
    });
    const rollout = await until(({ message }) =>
      expect(message).toContain('read kubernetes://test/shop/rollouts'),
    );
    expect(rollout.state).toBeUndefined();
    await expect(
      acts.act({
        ...{ ...at, rollout: { cluster: 'test', ...ref }, act: 'abort' },
        ...{ seen: '', actor },
      }),
    ).rejects.toThrow(
      'write kubernetes://test/shop/rollouts.argoproj.io/web: no, or the annotation kargo.akuity.io/authorized-stage: "web:prod" to it',
    );
  });

  it('knows nothing of rollouts that the stage does not have', async () => {
    await expect(
      acts.act({
        ...{ ...at, act: 'abort', seen: '', actor },
        rollout: { cluster: 'test', namespace: 'kube-system', name: 'dns' },
      }),
    ).rejects.toThrow('Stage prod has no Rollout test/kube-system/dns');
    expect(await read()).toMatchObject({
      phase: 'Unknown',
      message: 'there is no Rollout "web" in namespace "shop" of cluster test',
    });
  });

  it('wants to know why checks are passed', async () => {
    await create();
    await inPhase('Healthy');
    await release('2');
    await atStep(1);
    await expect(act('promote-full')).rejects.toThrow('say why');
  });
}
