import { Project, Stage } from '../model/definition';
import { GoesOn } from '../model/measured';
import { StageRow } from '../model/rows';
import { MetricFact } from '../model/testResult';
import { Measurement } from '../model/verification';
import { EngineContext, isoNow } from './context';
import { resolveMetrics, stopMeasurement, takeMeasurement } from './measure';

/** A metric that something waits for is measured again after this long. */
const AGAIN_MS = 30_000;
/** Measurements of gates are not told apart: none of them outlives its request. */
const GATE = 'gate';

/** Measures what the metric gate of a stage rests on, unless that was done just now. Each measurement is kept, none is decided on here. */
export async function measureGates(
  engine: EngineContext,
  project: Project,
  stage: Stage,
): Promise<void> {
  const { metrics: wanted = [] } = stage;
  if (wanted.length === 0) return;
  const known = await engine.store.metricFacts(project.name, stage.name);
  const now = engine.clock.now();
  for (const template of wanted) {
    const last = known.find(each => each.template === template);
    if (last && now - Date.parse(last.at) < AGAIN_MS) continue;
    const fact = await measureTemplate(engine, project, { stage, template });
    await engine.store.saveMetricFact(project.name, stage.name, fact);
  }
}

async function measureTemplate(
  engine: EngineContext,
  project: Project,
  { stage, template }: { stage: Stage; template: string },
): Promise<MetricFact> {
  const at = isoNow(engine);
  const known = await engine.store.stage(project.name, stage.name);
  const row = known?.history.length
    ? known
    : emptyStage(project.name, stage.name);
  const verification = {
    analysisTemplates: [{ kind: 'AnalysisTemplate' as const, name: template }],
    // what is measured here is no freight's, so what is said of freight has no value
    args: (stage.verification?.args ?? []).filter(
      ({ value }) => !value.includes('${{'),
    ),
  };
  const resolved = await resolveMetrics(engine, project, {
    stage: { ...stage, verification },
    row,
    pins: { now: at },
  });
  if ('problem' in resolved)
    return { template, at, phase: 'Error', message: resolved.problem };
  const taken: Measurement[] = [];
  for (const metric of resolved.metrics.filter(each => !each.dryRun)) {
    const place = { project: project.name, stage: stage.name, id: GATE };
    const measured = await takeMeasurement(engine, metric, place);
    if (!(measured instanceof GoesOn)) taken.push(measured);
    else {
      await stopMeasurement(engine, metric, place);
      const message = `${metric.provider.id} takes its time: a gate asks for what is known now`;
      taken.push({ metric: metric.name, at, phase: 'Error', message });
    }
  }
  return { template, at, ...worstOf(taken) };
}

/** Nothing was promoted there yet, so templates find no freight. */
function emptyStage(project: string, stage: string): StageRow {
  const nothing = { id: '', items: {}, since: '', promotion: '' };
  return { project, stage, history: [nothing], holds: {}, version: 0 };
}

const WORST = ['Error', 'Inconclusive', 'Failed'] as const;

function worstOf(taken: Measurement[]): Pick<MetricFact, 'message' | 'phase'> {
  if (taken.length === 0)
    return { phase: 'Error', message: 'the template has no metric' };
  for (const phase of WORST) {
    const bad = taken.find(each => each.phase === phase);
    if (bad)
      return { phase, message: `${bad.metric}: ${bad.message ?? phase}` };
  }
  return { phase: 'Successful' };
}
