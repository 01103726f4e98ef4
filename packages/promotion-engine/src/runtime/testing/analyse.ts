import { createValueMasker, systemClock } from '../../adapters/system';
import { assessAnalysis } from '../../decide/analysis';
import { readManifests } from '../../manifests';
import { Project } from '../../model/definition';
import { StageRow } from '../../model/rows';
import { Measurement } from '../../model/verification';
import { HttpClient } from '../../ports/runtime';
import { createRegistry } from '../../registry/registry';
import { VerifierKind } from '../../registry/verifier';
import { MemoryStore } from '../../testing';
import { EngineContext } from '../context';
import { resolveMetrics } from '../measure';
import { analysisOf, takeDue } from '../takeDue';

/** Epoch milliseconds. */
export const ANALYSIS_START = Date.parse('2026-03-02T12:00:00Z');

const MOST_ROUNDS = 500;

interface Asked {
  /** Of each the `spec`, indented by two. */
  templates: string[];
  verifiers: VerifierKind[];
  /** What the stage gives. */
  args?: Record<string, string>;
  /** The kind of all templates. */
  kind?: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  secrets?: Record<string, Record<string, string>>;
  http?: HttpClient;
}

/** A verification on a clock of its own, by the functions that every verification runs. */
export async function analyse(asked: Asked): Promise<{
  phase: string;
  measurements: Measurement[];
  /** From the first moment to the verdict. */
  minutes: number;
}> {
  let now = ANALYSIS_START;
  const engine = engineOf(asked, () => now);
  const project = projectOf(asked);
  const row = { history: [{ id: 'c', items: {} }] } as unknown as StageRow;
  const pins = { now: new Date(ANALYSIS_START).toISOString() };
  const [stage] = project.stages;
  const found = await resolveMetrics(engine, project, { stage, row, pins });
  if ('problem' in found) throw new Error(found.problem);
  const verification = {
    ...{ id: 'v', collection: 'c', phase: 'Running' as const, actor: 'a' },
    startedAt: pins.now,
  };
  const at = { stage: 'dev', promotion: 'p', verification, ...found };
  for (let rounds = 0; ; rounds++) {
    const analysis = await analysisOf(engine, 'web', at);
    const verdict = assessAnalysis(analysis.states);
    const minutes = (now - ANALYSIS_START) / 60_000;
    const measurements = analysis.taken;
    if ('phase' in verdict)
      return { phase: verdict.phase, measurements, minutes };
    if (rounds === MOST_ROUNDS)
      return { phase: 'Running', measurements, minutes };
    now = Math.max(now, verdict.dueAt);
    await takeDue(engine, analysis);
  }
}

function engineOf(
  { verifiers, secrets = {}, http }: Asked,
  now: () => number,
): EngineContext {
  return {
    store: new MemoryStore(systemClock),
    masker: createValueMasker(),
    clock: { ...systemClock, now },
    events: { publish: () => undefined },
    registry: createRegistry({ steps: [], gates: [], verifiers }),
    secrets: {
      read: async ({ name }: { name: string }) =>
        secrets[name] && { data: secrets[name] },
    },
    http,
  } as unknown as EngineContext;
}

function projectOf({
  templates,
  args = {},
  kind = 'AnalysisTemplate',
  verifiers,
}: Asked): Project {
  const used = templates.map((_, index) => `{name: t${index}, kind: ${kind}}`);
  const given = Object.entries(args).map(
    ([name, value]) => `{name: ${name}, value: ${JSON.stringify(value)}}`,
  );
  const text = [
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: web}',
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\nmetadata: {name: web, namespace: web}\nspec: {subscriptions: [{image: {repoURL: ghcr.io/acme/web}}]}',
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: Stage\nmetadata: {name: dev, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
  promotionTemplate: {spec: {steps: [{uses: noop}]}}
  verification: {analysisTemplates: [${used}], args: [${given}]}`,
    ...templates.map(
      (spec, index) =>
        `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: {name: t${index}${
          kind === 'AnalysisTemplate' ? ', namespace: web' : ''
        }}\nspec:\n${spec}`,
    ),
  ].join('\n---\n');
  const schemas = verifiers.map(({ id, schema }) => [id, schema]);
  const { project, problems } = readManifests([{ name: 'a', text }], {
    steps: { noop: undefined },
    verifiers: Object.fromEntries(schemas),
  });
  const [problem] = problems;
  if (problem) throw new Error(`${problem.message} ${problem.cure}`);
  return project!;
}
