import { AnalysisRun, RunMeasurement } from './analysisRun';
import { judgeAnalysisRun, SILENCE_MS } from './judgeAnalysisRun';
import { runsToRemove } from './runsToRemove';

const START = Date.parse('2026-03-02T12:00:00Z');
const at = (seconds: number) =>
  new Date(START + seconds * 1000).toISOString().replace('.000', '');

function run(
  status: AnalysisRun['status'] | undefined,
  spec: AnalysisRun['spec'] = {},
): AnalysisRun {
  return {
    metadata: { name: 'r', namespace: 'n', creationTimestamp: at(0) },
    spec: { metrics: [{ name: 'm', interval: '1m' }], ...spec },
    status,
  };
}
const metric = (...measurements: RunMeasurement[]) => [
  { name: 'm', phase: 'Running', measurements },
];
const judge = (it: AnalysisRun, seconds = 0) =>
  judgeAnalysisRun(it, START + seconds * 1000);

describe('how an AnalysisRun is', () => {
  it.each(['', 'Pending', 'Running'])('goes on while it is "%s"', phase => {
    expect(judge(run({ phase }))).toMatchObject({ status: 'goesOn' });
  });

  it.each(['Successful', 'Failed', 'Error', 'Inconclusive'])(
    'ends with %s, in Argo’s words or in those of its metric',
    phase => {
      expect(judge(run({ phase, message: 'said' }))).toMatchObject({
        ...{ status: 'ended', phase, message: 'said' },
      });
      const metricResults = [{ name: 'm', phase, message: 'too slow' }];
      expect(judge(run({ phase, metricResults }))).toMatchObject({
        message: phase === 'Successful' ? 'passed: m' : 'm: too slow',
      });
      expect(judge(run({ phase }))).toMatchObject({
        message:
          phase === 'Successful'
            ? 'passed'
            : `its AnalysisRun ended as ${phase}`,
      });
    },
  );

  it('proves nothing when somebody terminated it', () => {
    const ended = run({ phase: 'Successful' }, { terminate: true });
    expect(judge(ended)).toMatchObject({ status: 'ended', phase: 'Failed' });
    const failed = run({ phase: 'Failed', message: 'm' }, { terminate: true });
    expect(judge(failed)).toMatchObject({ phase: 'Failed', message: 'm' });
  });

  it('gives the measurements that are over', () => {
    const metricResults = metric(
      { phase: 'Failed', startedAt: at(1), finishedAt: at(2), value: '3' },
      { phase: 'Error', startedAt: at(4), message: 'no route' },
      { phase: 'Running', startedAt: at(5) },
    );
    expect(judge(run({ phase: 'Running', metricResults }))).toMatchObject({
      measurements: [
        { metric: 'm', phase: 'Failed', at: at(1), value: '3' },
        { metric: 'm', phase: 'Error', at: at(4), message: 'no route' },
      ],
    });
  });

  it('is looked at often while a Job prints', () => {
    const job = { phase: 'Running', metadata: { 'job-name': 'check' } };
    const metricResults = metric(job);
    expect(judge(run({ phase: 'Running', metricResults }))).toMatchObject({
      againMs: 2_000,
    });
  });
});

describe('a controller that is gone', () => {
  const limit = SILENCE_MS / 1000;
  const silence = (it: AnalysisRun, seconds: number) =>
    (judge(it, seconds) as { silence?: string }).silence;
  const over = (seconds: number): RunMeasurement => ({
    phase: 'Successful',
    startedAt: at(seconds),
    finishedAt: at(seconds),
  });
  const running = (...measurements: RunMeasurement[]) =>
    run({
      ...{ phase: 'Running', startedAt: at(0) },
      metricResults: metric(...measurements),
    });

  it.each<[string, AnalysisRun, number]>([
    ['nobody took it', run(undefined), limit],
    [
      'nothing was measured',
      run({ phase: 'Running', startedAt: at(0) }),
      limit,
    ],
    [
      'the initial delay is long over',
      run(
        { phase: 'Running', startedAt: at(0) },
        { metrics: [{ name: 'm', initialDelay: '10m' }] },
      ),
      600 + limit,
    ],
    ['the next one is overdue', running(over(30)), 90 + limit],
    [
      'all is measured, and nobody says how it ended',
      run({
        ...{ phase: 'Running', startedAt: at(0) },
        metricResults: [
          { name: 'm', phase: 'Successful', measurements: [over(30)] },
        ],
      }),
      30 + limit,
    ],
  ])('is noticed when %s', (_, it, seconds) => {
    expect(silence(it, seconds)).toBeUndefined();
    expect(silence(it, seconds + 1)).toMatch(
      /^(no Argo Rollouts controller took it within 5m|nothing was measured for 5m 1s after it was due)/,
    );
  });

  it('knows an interval that is an argument', () => {
    const it = running(over(30));
    it.spec.metrics = [{ name: 'm', interval: '{{ args.every }}' }];
    it.spec.args = [{ name: 'every', value: '1h' }];
    expect(silence(it, 3_630 + limit)).toBeUndefined();
    expect(silence(it, 3_631 + limit)).toBeDefined();
    it.spec.args = [];
    expect(silence(it, 100_000)).toBeUndefined();
  });

  it('is not meant while a measurement is under way, which may be a Job', () => {
    const it = running({ phase: 'Running', startedAt: at(0) });
    expect(silence(it, 100_000)).toBeUndefined();
  });
});

describe('what is removed', () => {
  const old = (
    name: string,
    how: { phase?: string; collection?: string; at?: number } = {},
  ): AnalysisRun => ({
    metadata: {
      name,
      creationTimestamp: at(how.at ?? 0),
      labels: {
        'kargo.akuity.io/freight-collection': how.collection ?? 'kept',
      },
    },
    spec: {},
    status: { phase: how.phase ?? 'Successful' },
  });

  it('is what is over, of collections that nobody remembers', () => {
    const runs = [
      old('a'),
      old('b', { collection: 'gone' }),
      old('c', { collection: 'gone', phase: 'Running' }),
    ];
    expect(runsToRemove(runs, ['kept'])).toEqual(['b']);
  });

  it('is what is older than the newest ten', () => {
    const runs = Array.from({ length: 12 }, (_, n) => old(`r${n}`, { at: n }));
    expect(runsToRemove(runs, ['kept'])).toEqual(['r1', 'r0']);
  });
});
