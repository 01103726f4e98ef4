import { createValueMasker, systemClock, ulidIds } from '../adapters/system';
import { readManifests } from '../manifests';
import { AnalysisRunSight, NewAnalysisRun } from '../model/analysisRun';
import { StageRow } from '../model/rows';
import { AnalysisRuns } from '../ports/analysisRuns';
import { builtInKinds } from '../registry/builtInKinds';
import { readOptionsOf } from '../registry/readOptionsOf';
import { createRegistry } from '../registry/registry';
import { MemoryStore, pipelineManifests } from '../testing';
import { EngineContext } from './context';
import { followAnalysisRun, newVerification } from './followAnalysisRun';

const project = readManifests(
  [
    {
      name: 'pipeline.yaml',
      text: pipelineManifests('https://git.example/acme/deploy', {
        stages: ['dev'],
        verified: ['dev'],
        annotations: { dev: ['stevedore.dev/analysis-run: prod-eu/shop'] },
      }),
    },
  ],
  readOptionsOf(createRegistry(builtInKinds())),
).project!;
const [stage] = project.stages;
const row = {
  ...{ project: 'web', stage: 'dev', holds: {}, version: 1 },
  history: [
    {
      ...{ id: 'c0ffee', since: '', promotion: 'dev.1' },
      items: {
        'Warehouse/web': {
          ...{ name: 'f', commits: [], charts: [], artifacts: [] },
          origin: { kind: 'Warehouse', name: 'web' },
          images: [
            { repoURL: 'localhost:1/web', tag: '1.0.0', digest: 'sha256:1' },
          ],
        },
      },
    },
  ],
} as StageRow;

function world(sight: AnalysisRunSight) {
  let now = Date.parse('2026-03-02T12:00:00Z');
  const clock = { ...systemClock, now: () => now };
  const masker = createValueMasker();
  const stopped: string[] = [];
  const begun: NewAnalysisRun[] = [];
  const asked: object[] = [];
  let answer: Awaited<ReturnType<AnalysisRuns['begin']>> = { status: 'begun' };
  let refusal: string | undefined;
  const runs: AnalysisRuns = {
    look: async () => sight,
    begin: async (_, order) => {
      begun.push(order);
      return answer;
    },
    stop: async ({ name }) => void stopped.push(name),
    tidy: async () => undefined,
  };
  const engine = {
    ...{ clock, masker, analysisRuns: runs, ids: ulidIds() },
    store: new MemoryStore(systemClock),
    events: { publish: () => undefined },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    definitions: { load: async () => ({ project, entityRef: 'component:w' }) },
    grants: {
      refusal: async (request: object) => {
        asked.push(request);
        return refusal;
      },
    },
  } as unknown as EngineContext;
  const verification = newVerification(engine, stage, {
    collection: 'c0ffee',
    actor: 'component:verification',
  });
  const follow = (phase: 'Pending' | 'Running' = 'Pending', of = stage) =>
    followAnalysisRun(engine, project, {
      stage: of,
      row,
      verification: { ...verification, phase, run: verification.run! },
    });
  return {
    ...{ engine, masker, follow, stopped, begun, asked, verification },
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
    answers: (next: typeof answer) => {
      answer = next;
    },
    refuses: (sentence: string) => {
      refusal = sentence;
    },
  };
}

const absent: AnalysisRunSight = { status: 'absent' };
const goesOn = (more: object = {}): AnalysisRunSight => ({
  ...{ status: 'goesOn', measurements: [], againMs: 7 },
  ...more,
});

it('is pending, with the run that it will have, until that is there', async () => {
  const { verification, follow, begun, asked } = world(absent);
  expect(verification).toMatchObject({
    phase: 'Pending',
    run: {
      cluster: 'prod-eu',
      namespace: 'shop',
      name: `dev.${verification.id}.c0ffee`,
    },
  });
  expect(await follow()).toEqual({ status: 'begun' });
  expect(begun).toMatchObject([
    {
      spec: {
        args: [
          { name: 'stage', value: 'dev' },
          { name: 'version', value: '1.0.0' },
        ],
      },
    },
  ]);
  expect(asked).toEqual([
    expect.objectContaining({
      kind: 'kubernetes',
      access: 'write',
      url: `kubernetes://prod-eu/shop/analysisruns.argoproj.io/${
        verification.run!.name
      }`,
    }),
  ]);
});

it('makes none where the platform does not let the stage', async () => {
  const { follow, refuses, begun } = world(absent);
  refuses('add a grant');
  expect(await follow()).toMatchObject({
    ...{ status: 'ended', phase: 'Error', message: 'add a grant' },
  });
  expect(begun).toEqual([]);
});

it('makes none that would show a secret', async () => {
  const { follow, masker, begun } = world(absent);
  masker.add('1.0.0');
  const ended = await follow();
  expect(ended).toMatchObject({ status: 'ended', phase: 'Error' });
  expect((ended as { message: string }).message).toMatch(
    'the argument version holds a secret',
  );
  expect(begun).toEqual([]);
});

it('says what is wrong with its arguments and templates', async () => {
  const { follow } = world(absent);
  const args = [{ name: 'version', value: '${{ 1 }}' }];
  const verification = { ...stage.verification!, args };
  expect(await follow('Pending', { ...stage, verification })).toMatchObject({
    phase: 'Error',
    message: expect.stringMatching(/not a text: wrap it in quote/),
  });
  const gone = {
    ...verification,
    ...{ args: [] },
    analysisTemplates: [{ kind: 'AnalysisTemplate' as const, name: 'none' }],
  };
  expect(
    await follow('Pending', { ...stage, verification: gone }),
  ).toMatchObject({ message: 'there is no AnalysisTemplate none' });
});

it('ends where the cluster does not take it, and tries again where it cannot be asked', async () => {
  const { follow, answers } = world(absent);
  answers({ status: 'refused', reason: 'no such kind' });
  expect(await follow()).toMatchObject({
    ...{ status: 'ended', phase: 'Error', message: 'no such kind' },
  });
  answers({ status: 'unknown', reason: 'away' });
  expect(await follow()).toMatchObject({ status: 'goesOn' });
});

it('writes into the log why it stands still, now and then', async () => {
  const { engine, wait, follow } = world({
    ...{ status: 'unknown', reason: 'cluster prod-eu is away' },
  });
  const lines = async () =>
    (await engine.store.logs('web', 'dev.1', { limit: 9 })).items.length;
  for (const [minutes, expected] of [
    [0, 1],
    [9, 1],
    [2, 2],
  ]) {
    wait(minutes);
    expect(await follow('Running')).toMatchObject({ status: 'goesOn' });
    expect(await lines()).toBe(expected);
  }
});

it('ends a run whose controller is gone', async () => {
  const { follow, stopped, verification } = world(goesOn({ silence: 'gone' }));
  expect(await follow('Running')).toEqual({
    ...{ status: 'ended', phase: 'Error' },
    message: `AnalysisRun ${
      verification.run!.name
    } in namespace shop of cluster prod-eu: gone`,
  });
  expect(stopped).toEqual([verification.run!.name]);
});

it('takes measurements over once, without secrets', async () => {
  const { engine, masker, follow, verification } = world(
    goesOn({
      measurements: [
        { metric: 'm', phase: 'Failed', at: 'a', value: 's3cr3t!' },
        { metric: 'm', phase: 'Successful', at: 'b' },
      ],
    }),
  );
  masker.add('s3cr3t!');
  for (let times = 0; times < 3; times++)
    expect(await follow('Running')).toMatchObject({ againMs: 7 });
  expect(await engine.store.measurements('web', verification.id)).toEqual([
    { metric: 'm', phase: 'Failed', at: 'a', value: '******' },
    { metric: 'm', phase: 'Successful', at: 'b' },
  ]);
});

it('needs something that reaches clusters, and a cluster that there is', async () => {
  const { engine, follow } = world({
    ...{ status: 'refused', reason: 'there is no cluster "prod-eu"' },
  });
  expect(await follow()).toMatchObject({
    ...{ phase: 'Error', message: 'there is no cluster "prod-eu"' },
  });
  engine.analysisRuns = undefined;
  expect(await follow()).toMatchObject({
    message: expect.stringMatching(/install the module for Kubernetes/),
  });
});
