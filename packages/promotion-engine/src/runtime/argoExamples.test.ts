import { z } from 'zod';
import { createValueMasker, systemClock } from '../adapters/system';
import { assessAnalysis } from '../decide/analysis';
import { readManifests } from '../manifests';
import { Project } from '../model/definition';
import { StageRow } from '../model/rows';
import { createRegistry } from '../registry/registry';
import { VerifierKind } from '../registry/verifier';
import { MemoryStore } from '../testing';
import { EngineContext } from './context';
import { resolveMetrics } from './measure';
import { analysisOf, takeDue } from './takeDue';

/** What a metric measures, in order; the last goes on for ever. */
type Series = Record<string, unknown[]>;

const BROKEN = new Error('no route to host');
const START = Date.parse('2026-03-02T12:00:00Z');

function projectOf(...templates: string[]): Project {
  const names = templates.map((_, index) => `{name: t${index}}`).join(', ');
  const text = [
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: web}',
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\nmetadata: {name: web, namespace: web}\nspec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}',
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: Stage\nmetadata: {name: dev, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
  promotionTemplate: {spec: {steps: [{uses: noop}]}}
  verification: {analysisTemplates: [${names}], args: [{name: service-name, value: guestbook}, {name: every, value: 1m}]}`,
    ...templates.map(
      (spec, index) =>
        `apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: {name: t${index}, namespace: web}\nspec:\n${spec}`,
    ),
  ].join('\n---\n');
  const options = { steps: { noop: undefined } };
  const { project, problems } = readManifests([{ name: 'a', text }], options);
  if (!project) throw new Error(JSON.stringify(problems));
  return project;
}

/** Runs the analysis on a clock of its own, by the functions that a verification runs. */
async function analyse(templates: string[], series: Series) {
  let now = START;
  const left = new Map(Object.entries(series).map(([k, v]) => [k, [...v]]));
  const next = async (config: unknown) => {
    const { query, url } = config as { query?: string; url?: string };
    const values = left.get(query ?? url!)!;
    const value = values.length > 1 ? values.shift() : values[0];
    if (value instanceof Error) throw value;
    return value;
  };
  const kind = (id: string): VerifierKind => ({
    ...{ id, schema: z.unknown(), measure: next },
  });
  const engine = {
    store: new MemoryStore(systemClock),
    masker: createValueMasker(),
    clock: { ...systemClock, now: () => now },
    events: { publish: () => undefined },
    registry: createRegistry({
      ...{ steps: [], gates: [], verifiers: [kind('prometheus'), kind('web')] },
    }),
  } as unknown as EngineContext;
  const project = projectOf(...templates);
  const row = { history: [{ id: 'c', items: {} }] } as unknown as StageRow;
  const pins = { now: new Date(START).toISOString() };
  const [stage] = project.stages;
  const found = await resolveMetrics(engine, project, { stage, row, pins });
  if ('problem' in found) throw new Error(found.problem);
  const verification = {
    ...{ id: 'v', collection: 'c', phase: 'Running' as const, actor: 'a' },
    startedAt: pins.now,
  };
  const at = { stage: 'dev', promotion: 'p', verification, ...found };
  for (let rounds = 0; rounds < 500; rounds++) {
    const analysis = await analysisOf(engine, 'web', at);
    const verdict = assessAnalysis(analysis.states);
    if ('phase' in verdict)
      return {
        phase: verdict.phase,
        taken: analysis.taken.length,
        minutes: (now - START) / 60_000,
      };
    now = Math.max(now, verdict.dueAt);
    await takeDue(engine, analysis);
  }
  return { phase: 'Running', taken: 500, minutes: (now - START) / 60_000 };
}

const prometheus = (query: string) =>
  `    provider: {prometheus: {address: "http://prometheus.example.com:9090", query: ${query}}}`;
const args = '  args: [{name: service-name}]\n';
const good = [[0.97]];
const bad = [[0.5]];

const SUCCESS_RATE = `${args}  metrics:
  - name: success-rate
    interval: 5m
    count: 5
    successCondition: result[0] >= 0.95
    failureLimit: 3
${prometheus('rate')}`;

const TOTAL_ERRORS = `${args}  metrics:
  - name: total-errors
    interval: 5m
    count: 4
    failureCondition: result[0] >= 10
    failureLimit: 3
${prometheus('errors')}`;

const EITHER = `  metrics:
  - name: success-rate
    interval: 1m
    count: 3
    successCondition: result[0] >= 0.90
    failureCondition: result[0] < 0.50
${prometheus('rate')}`;

const ENOUGH_IN_A_ROW = `  metrics:
  - name: success-rate
    interval: 1m
    count: 10
    successCondition: result[0] >= 0.95
    failureLimit: -1
    consecutiveSuccessLimit: 4
${prometheus('rate')}`;

const DRY = (pattern: string) => `  dryRun: [{metricName: ${pattern}}]
  metrics:
  - name: total-5xx-errors
    interval: 1m
    count: 2
    failureCondition: result[0] >= 10
${prometheus('errors')}
  - name: success-rate
    interval: 1m
    count: 2
    successCondition: result[0] >= 0.95
${prometheus('rate')}`;

const WEB = `${args}  metrics:
  - name: webmetric
    successCondition: result.ok && result.successPercent >= 0.90
    provider: {web: {url: "http://my-server.example/measurement?service={{args.service-name}}"}}`;
const WEB_URL = 'http://my-server.example/measurement?service=guestbook';

const NO_TRAFFIC = `  metrics:
  - name: success-rate
    interval: 1m
    count: 3
    successCondition: len(result) == 0 || isNaN(result[0]) || result[0] >= 0.95
${prometheus('rate')}`;

const DELAYED = `  args: [{name: every}]
  metrics:
  - name: success-rate
    initialDelay: 5m
    interval: "{{args.every}}"
    count: 3
    successCondition: result[0] >= 0.90
${prometheus('rate')}`;

const FLAKY = `  metrics:
  - name: success-rate
    interval: 1m
    count: 2
    consecutiveErrorLimit: 2
    successCondition: result[0] >= 0.95
${prometheus('rate')}`;

/** Templates in the shape of those that Argo Rollouts documents, and what its documentation says of them. */
describe('an analysis gives the verdict that is documented', () => {
  it.each<[string, string[], Series, string, number, number]>([
    [
      'all measurements pass',
      [SUCCESS_RATE],
      { rate: good },
      'Successful',
      5,
      20,
    ],
    [
      'as many failures as are allowed',
      [SUCCESS_RATE],
      { rate: [[0.1], [0.1], [0.1], [0.97]] },
      ...(['Successful', 5, 20] as const),
    ],
    [
      'one failure more, at once',
      [SUCCESS_RATE],
      { rate: bad },
      ...(['Failed', 4, 15] as const),
    ],
    [
      'a failure condition alone passes what it does not meet',
      [TOTAL_ERRORS],
      { errors: [[2], [9]] },
      ...(['Successful', 4, 15] as const),
    ],
    [
      'a failure condition alone fails what it meets',
      [TOTAL_ERRORS],
      { errors: [[10]] },
      ...(['Failed', 4, 15] as const),
    ],
    [
      'neither condition is met: inconclusive',
      [EITHER],
      { rate: [[0.95], [0.7]] },
      ...(['Inconclusive', 2, 1] as const),
    ],
    [
      'one that is inconclusive may be',
      [EITHER.replace('count: 3', 'count: 3\n    inconclusiveLimit: 1')],
      { rate: [[0.95], [0.7], [0.95]] },
      ...(['Successful', 3, 2] as const),
    ],
    [
      'the failure condition goes first',
      [EITHER],
      { rate: [[0.4]] },
      ...(['Failed', 1, 0] as const),
    ],
    [
      'enough successes in a row end it early',
      [ENOUGH_IN_A_ROW],
      { rate: [[0.97], [0.97], [0.1], [0.97]] },
      ...(['Successful', 7, 6] as const),
    ],
    [
      'never enough of them is inconclusive',
      [ENOUGH_IN_A_ROW],
      { rate: Array.from({ length: 10 }, (_, n) => [n % 2]) },
      ...(['Inconclusive', 10, 9] as const),
    ],
    [
      'a dry run decides nothing, and is measured',
      [DRY('total-5xx-errors')],
      { errors: [[99]], rate: good },
      ...(['Successful', 3, 1] as const),
    ],
    [
      'a dry run is named by an expression',
      [DRY('total.*')],
      { errors: [[99]], rate: good },
      ...(['Successful', 3, 1] as const),
    ],
    [
      'what is no dry run decides all the same',
      [DRY('total-5xx-errors')],
      { errors: [[1]], rate: bad },
      ...(['Failed', 2, 0] as const),
    ],
    [
      'without count and interval it is measured once',
      [WEB],
      { [WEB_URL]: [{ ok: true, successPercent: 0.95 }] },
      ...(['Successful', 1, 0] as const),
    ],
    [
      'every part of a condition has to hold',
      [WEB],
      { [WEB_URL]: [{ ok: true, successPercent: 0.8 }] },
      ...(['Failed', 1, 0] as const),
    ],
    [
      'no traffic is no failure where the condition says so',
      [NO_TRAFFIC],
      { rate: [[], [NaN], [0.99]] },
      ...(['Successful', 3, 2] as const),
    ],
    [
      'it begins after its delay, and goes on as an argument says',
      [DELAYED],
      { rate: good },
      ...(['Successful', 3, 7] as const),
    ],
    [
      'errors are repeated, and are no failures',
      [FLAKY],
      { rate: [BROKEN, BROKEN, [0.97]] },
      ...(['Successful', 4, 3] as const),
    ],
    [
      'too many errors in a row are an error',
      [FLAKY],
      { rate: [BROKEN] },
      ...(['Error', 3, 2] as const),
    ],
    [
      'errors that are apart do not add up',
      [FLAKY.replace('count: 2', 'count: 3')],
      { rate: [BROKEN, BROKEN, [0.97], BROKEN, BROKEN, [0.97]] },
      ...(['Successful', 7, 6] as const),
    ],
    [
      'of several templates the worst counts, at once',
      [
        SUCCESS_RATE,
        TOTAL_ERRORS.replace('failureLimit: 3', 'failureLimit: 0'),
      ],
      { rate: good, errors: [[11]] },
      ...(['Failed', 2, 0] as const),
    ],
    [
      'how many measurements Argo keeps changes nothing',
      [
        `  measurementRetention: [{metricName: success-rate, limit: 2}]\n${SUCCESS_RATE}`,
      ],
      { rate: good },
      ...(['Successful', 5, 20] as const),
    ],
  ])('%s', async (_, templates, series, phase, taken, minutes) => {
    expect(await analyse(templates, series)).toEqual({ phase, taken, minutes });
  });

  it('an analysis without count goes on until it fails', async () => {
    const endless = SUCCESS_RATE.replace('    count: 5\n', '');
    expect(await analyse([endless], { rate: good })).toMatchObject({
      phase: 'Running',
    });
    const rate = [...Array(20).fill([0.97]), [0.1]];
    expect(await analyse([endless], { rate })).toMatchObject({
      ...{ phase: 'Failed', taken: 24 },
    });
  });
});
