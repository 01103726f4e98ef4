import { NewAnalysisRun } from '@stevedore/promotion-engine';
import { ApiServer, PolicyRule, whereGoIs } from '../__testUtils__/ApiServer';
import { clusterOf } from '../__testUtils__/clusterOf';
import { eventually } from '../__testUtils__/eventually';
import { PlayedJobs } from '../__testUtils__/PlayedJobs';
import { shippedRules } from '../__testUtils__/shippedRules';
import { TestTranscripts } from '../__testUtils__/TestTranscripts';
import { ANALYSIS_RUNS } from '../analysis/analysisRun';
import { ClusterAnalysisRuns } from '../analysis/ClusterAnalysisRuns';
import { Cluster } from '../watch/Cluster';
import { Clusters } from '../watch/Clusters';
import { JOBS, PODS } from './jobKinds';
import { Jobs } from './Jobs';

jest.setTimeout(120_000);

const NAMESPACE = 'shop';
const JOB = 'check';
const POD = { namespace: NAMESPACE, name: `${JOB}-abcde` };
const RUN = { cluster: 'test', namespace: NAMESPACE, name: 'dev.v1.c0ffee' };
const STAGE = { project: 'web', stage: 'dev' };
const SPEC = {
  template: {
    spec: {
      restartPolicy: 'Never',
      containers: [{ name: 'main', image: 'ghcr.io/acme/check:1' }],
    },
  },
};
const ORDER: NewAnalysisRun = {
  labels: {},
  annotations: { 'stevedore.dev/stage': 'web:dev' },
  spec: { args: [], metrics: [{ name: 'm', provider: { job: {} } }] },
};

interface Tools {
  cluster: Cluster;
  jobs: Jobs;
  runs: ClusterAnalysisRuns;
  log: TestTranscripts;
}
/** What people would read of it: what is thrown, what is answered, or what stands in the log. */
type Use = (tools: Tools) => Promise<string>;

const followJob: Use = async ({ jobs, log }) => {
  await jobs.follow(JOB, log.open, () => ({ spec: SPEC as never }));
  return log.texts.join('\n');
};
const lookAtRun: Use = async ({ cluster, runs, log }) => {
  let said = '';
  await eventually(async () => {
    const { open: transcript } = log;
    const sight = await runs.look(RUN, {
      ...{ ...STAGE, now: 0, transcript: () => transcript },
    });
    said = [...log.texts, 'reason' in sight ? sight.reason : ''].join('\n');
    // a list that is allowed is followed by a watch that may not be
    if (/does not let/.test(said)) return;
    if (!cluster.watching(ANALYSIS_RUNS, NAMESPACE))
      throw new Error('it is not watched yet');
  });
  return said;
};

whereGoIs('the shipped roles of Jobs and AnalysisRuns', () => {
  let server: ApiServer;
  let played: PlayedJobs;

  beforeAll(async () => {
    server = await ApiServer.start([JOBS, PODS, ANALYSIS_RUNS]);
    played = new PlayedJobs(server, NAMESPACE);
  });
  afterAll(() => server.close());

  const remove = (kind: typeof JOBS, name: string) =>
    server.remove(kind, NAMESPACE, name).catch(() => undefined);
  afterEach(async () => {
    await remove(JOBS, JOB);
    await remove(PODS, POD.name);
    await remove(ANALYSIS_RUNS, RUN.name);
  });

  const job = () =>
    server.create(JOBS, {
      metadata: { name: JOB, namespace: NAMESPACE },
      ...{ spec: SPEC },
    });
  const printing = async () => {
    await job();
    await played.print(JOB, 'probing');
  };
  const run = async (status?: object) => {
    const { namespace, name } = RUN;
    const { labels, annotations, spec } = ORDER;
    await server.create(ANALYSIS_RUNS, {
      metadata: { namespace, name, labels, annotations },
      ...{ spec },
    });
    if (status) await server.change(ANALYSIS_RUNS, RUN, { status });
  };
  const runWithJob = async () => {
    await printing();
    const measurement = { phase: 'Running', metadata: { 'job-name': JOB } };
    await run({
      phase: 'Running',
      metricResults: [
        { name: 'm', phase: 'Running', measurements: [measurement] },
      ],
    });
  };

  async function use(rules: PolicyRule[], what: Use): Promise<string> {
    await server.allow(rules);
    const { cluster, interests } = clusterOf(server.access);
    const look = async () => undefined;
    const tools = {
      cluster,
      jobs: new Jobs(cluster.api, NAMESPACE),
      runs: new ClusterAnalysisRuns({
        ...{ clusters: new Clusters([cluster], interests), look },
      }),
      log: new TestTranscripts(),
    };
    try {
      return await what(tools);
    } catch (error) {
      return (error as Error).message;
    } finally {
      await cluster.stop();
    }
  }

  const nothing = async () => undefined;
  const cases: [string, string, string, () => Promise<unknown>, Use][] = [
    ['jobs', 'get', 'jobs.batch', nothing, followJob],
    ['jobs', 'create', 'jobs.batch', nothing, followJob],
    [
      ...(['jobs', 'delete', 'jobs.batch', job] as const),
      async ({ jobs }) => `${await jobs.remove(JOB)}`,
    ],
    ['jobs', 'list', 'pods', job, followJob],
    ['jobs', 'get', 'pods/log', printing, followJob],
    ['analysis', 'get', 'analysisruns.argoproj.io', nothing, lookAtRun],
    ['analysis', 'list', 'analysisruns.argoproj.io', run, lookAtRun],
    ['analysis', 'watch', 'analysisruns.argoproj.io', run, lookAtRun],
    [
      ...(['analysis', 'create', 'analysisruns.argoproj.io', nothing] as const),
      async ({ runs }) => JSON.stringify(await runs.begin(RUN, ORDER)),
    ],
    [
      ...(['analysis', 'patch', 'analysisruns.argoproj.io', run] as const),
      async ({ runs }) => `${await runs.stop(RUN)}`,
    ],
    [
      'analysis',
      'delete',
      'analysisruns.argoproj.io',
      () => run({ phase: 'Successful' }),
      async ({ runs }) =>
        `${await runs.tidy(RUN, { ...STAGE, collections: [] })}`,
    ],
    ['analysis', 'list', 'pods', runWithJob, lookAtRun],
    ['analysis', 'get', 'pods/log', runWithJob, lookAtRun],
  ];

  it.each(cases)(
    '%s needs %s on %s, and it is said so',
    async (role, verb, resource, prepare, what) => {
      const rules = await shippedRules(role);
      await prepare();
      expect(await use(rules, what)).not.toMatch('does not let');
      for (const [kind, name] of [
        [JOBS, JOB],
        [ANALYSIS_RUNS, RUN.name],
      ] as const)
        await remove(kind, name);
      await remove(PODS, POD.name);
      await prepare();
      const plural = resource.split('.')[0];
      const without = rules.map(rule => ({
        ...rule,
        verbs: rule.verbs.filter(
          each => !(each === verb && rule.resources.includes(plural)),
        ),
      }));
      expect(without).not.toEqual(rules);
      expect(await use(without, what)).toMatch(
        `cluster test does not let Stevedore ${verb} ${resource}`,
      );
    },
  );
});
