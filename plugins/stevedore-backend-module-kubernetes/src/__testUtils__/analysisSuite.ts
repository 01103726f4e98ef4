import { AnalysisRun, ANALYSIS_RUNS } from '../analysis/analysisRun';
import { PODS } from '../jobs/jobKinds';
import { eventually } from './eventually';
import { PromotionWorld } from './PromotionWorld';
import { TestCluster } from './TestCluster';

export const ANALYSIS_KINDS = [ANALYSIS_RUNS, PODS];
const NAMESPACE = 'analysis';
const STAGE = { project: 'web', stage: 'dev' };
const ADA = { actor: { ref: 'user:default/ada', ownership: [] } };

const second = (count: number) =>
  `2026-03-02T12:00:${String(count).padStart(2, '0')}Z`;
const measured = (phase: string, count: number, more: object = {}) => ({
  ...{ phase, startedAt: second(count), finishedAt: second(count) },
  ...more,
});

/** What AnalysisRuns of verifications promise, on whatever cluster. */
export function analysisSuite(open: () => Promise<TestCluster>): void {
  let cluster: TestCluster;
  let world: PromotionWorld;

  beforeEach(async () => {
    cluster = await open();
    world = await PromotionWorld.start(cluster, {
      stages: ['dev'],
      auto: ['dev'],
      verified: ['dev'],
      annotations: { dev: [`stevedore.dev/analysis-run: test/${NAMESPACE}`] },
    });
  });
  afterEach(() => world.close());

  const verification = async () =>
    (await world.engine.store.stage('web', 'dev'))?.verification;
  const runOf = async () =>
    cluster.read<AnalysisRun>(ANALYSIS_RUNS, (await verification())!.run!);
  /** What Argo Rollouts' controller writes. */
  const report = async (status: AnalysisRun['status']) =>
    cluster.change(ANALYSIS_RUNS, (await verification())!.run!, { status });
  const look = () =>
    world.engine.engine.look({ kind: 'stage', project: 'web', name: 'dev' });
  const until = (phase: string) =>
    eventually(async () => {
      await world.engine.queue.settle();
      expect(await verification()).toMatchObject({ phase });
    });
  const begin = async () => {
    await world.engine.release('1.0.0');
    await until('Running');
    return runOf();
  };

  it('is one run, as Kargo has it, and gives its verdict', async () => {
    const run = await begin();
    const { id, collection } = (await verification())!;
    const [{ name: promotion }] = await world.engine.promotions('dev');
    expect(run.metadata.name).toBe(`dev.${id}.${collection}`);
    expect(run.metadata.labels).toMatchObject({
      'kargo.akuity.io/stage': 'dev',
      'kargo.akuity.io/freight-collection': collection,
    });
    expect(run.metadata.annotations).toMatchObject({
      'kargo.akuity.io/promotion': promotion,
    });
    expect(run.spec.args).toEqual([
      { name: 'stage', value: 'dev' },
      { name: 'version', value: '1.0.0' },
    ]);
    expect(run.spec.metrics).toEqual([
      expect.objectContaining({ name: 'answers' }),
    ]);
    await report({
      phase: 'Running',
      metricResults: [
        {
          name: 'answers',
          phase: 'Running',
          measurements: [
            measured('Failed', 1, { value: '500' }),
            measured('Running', 2),
          ],
        },
      ],
    });
    const taken = () => world.engine.store.measurements('web', id);
    await eventually(async () => {
      await world.engine.queue.settle();
      expect(await taken()).toHaveLength(1);
    });
    await report({
      phase: 'Successful',
      metricResults: [
        {
          name: 'answers',
          phase: 'Successful',
          // the oldest are not kept there
          measurements: [measured('Successful', 2, { value: '200' })],
        },
      ],
    });
    await until('Successful');
    expect(await taken()).toEqual([
      { metric: 'answers', phase: 'Failed', at: second(1), value: '500' },
      { metric: 'answers', phase: 'Successful', at: second(2), value: '200' },
    ]);
    expect((await verification())!.message).toBe('passed: answers');
  });

  it.each(['Failed', 'Error', 'Inconclusive'])('ends as %s', async phase => {
    await begin();
    await report({ phase, message: 'because' });
    await until(phase);
    expect((await verification())!.message).toBe('because');
  });

  it('passes nothing because somebody terminated it there', async () => {
    const { metadata } = await begin();
    const ref = { namespace: NAMESPACE, name: metadata.name };
    await cluster.change(ANALYSIS_RUNS, ref, { spec: { terminate: true } });
    await report({ phase: 'Successful', message: 'Run Terminated' });
    await until('Failed');
    expect((await verification())!.message).toMatch(/somebody ended its/);
  });

  it('is terminated with the verification, and is another one when that is done again', async () => {
    const first = await begin();
    await world.engine.engine.stopVerification({ ...STAGE, ...ADA });
    expect(await verification()).toMatchObject({
      phase: 'Failed',
      message: 'stopped by user:default/ada',
    });
    const stopped = await cluster.read<AnalysisRun>(ANALYSIS_RUNS, {
      namespace: NAMESPACE,
      name: first.metadata.name,
    });
    expect(stopped.spec.terminate).toBe(true);
    await world.engine.engine.verifyAgain({ ...STAGE, ...ADA });
    await until('Running');
    const again = await runOf();
    expect(again.metadata.name).not.toBe(first.metadata.name);
    expect(again.spec.terminate).toBeUndefined();
  });

  it('is begun once, also when the process that began it died before it could tell', async () => {
    const { metadata } = await begin();
    const { store } = world.engine;
    const row = (await store.stage('web', 'dev'))!;
    const pending = { ...row.verification!, phase: 'Pending' as const };
    await store.commit({
      project: 'web',
      entries: [
        {
          at: new Date().toISOString(),
          verb: 'verification.started',
          actor: 'component:verification',
          subject: 'stage:dev',
          data: { stage: 'dev', verification: pending },
        },
      ],
      expect: [],
    });
    await look();
    await until('Running');
    expect((await runOf()).metadata.uid).toBe(metadata.uid);
  });

  it('goes when its stage remembers nothing of it any more', async () => {
    await begin();
    const old = async (name: string, stage: string) => {
      const labels = { 'kargo.akuity.io/freight-collection': 'forgotten' };
      const annotations = { 'stevedore.dev/stage': stage };
      const ref = { namespace: NAMESPACE, name };
      const spec = { metrics: [{ name: 'm', provider: {} }] };
      const metadata = { ...ref, labels, annotations };
      await cluster.create(ANALYSIS_RUNS, { metadata, ...{ spec } });
      await cluster.change(ANALYSIS_RUNS, ref, {
        status: { phase: 'Successful' },
      });
    };
    const { collection } = (await verification())!;
    const names = [`mine-${collection}`, `other-${collection}`];
    await old(names[0], 'web:dev');
    await old(names[1], 'web:prod');
    await report({ phase: 'Successful' });
    await until('Successful');
    const there = (name: string) =>
      cluster
        .read(ANALYSIS_RUNS, { namespace: NAMESPACE, name })
        .then(Boolean, () => false);
    await eventually(async () => {
      expect(await Promise.all(names.map(there))).toEqual([false, true]);
    });
    await cluster.remove(ANALYSIS_RUNS, NAMESPACE, names[1]);
  });

  it('is an error when somebody deletes it', async () => {
    const { metadata } = await begin();
    await cluster.remove(ANALYSIS_RUNS, NAMESPACE, metadata.name);
    await until('Error');
    expect((await verification())!.message).toMatch(
      /^AnalysisRun dev\.\S+ in namespace analysis of cluster test was deleted/,
    );
  });

  it('is not known while the cluster is away, and goes on with it', async () => {
    await begin();
    await cluster.away();
    await eventually(async () => {
      await look();
      await world.engine.queue.settle();
      expect(await verification()).toMatchObject({ phase: 'Running' });
    });
    await cluster.back();
    await eventually(() => report({ phase: 'Successful' }));
    await until('Successful');
  });

  it('shows what the Job of a metric prints', async () => {
    await begin();
    const pod = { namespace: NAMESPACE, name: 'check-abcde' };
    await cluster.create(PODS, {
      metadata: { ...pod, labels: { 'job-name': 'check' } },
    });
    const state = { running: {} };
    await cluster.report(PODS, pod, {
      containerStatuses: [{ name: 'main', state }],
    });
    await cluster.print(pod, 'main', [{ at: second(1), text: 'probing' }]);
    const measurements = [
      { phase: 'Running', metadata: { 'job-name': 'check' } },
    ];
    await report({
      phase: 'Running',
      metricResults: [{ name: 'answers', phase: 'Running', measurements }],
    });
    const [{ name }] = await world.engine.promotions('dev');
    await eventually(async () => {
      await world.engine.queue.settle();
      const { items } = await world.engine.store.logs('web', name, {
        limit: 100,
      });
      expect(items.at(-1)).toMatchObject({
        step: `verification ${(await verification())!.id}`,
        text: 'answers: probing',
      });
    });
    await cluster.remove(PODS, NAMESPACE, pod.name);
  });
}
