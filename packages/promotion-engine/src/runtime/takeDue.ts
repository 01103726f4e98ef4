import { assessMetric, MetricState } from '../decide/analysis';
import { AnalysisMetric } from '../model/definition';
import { GoesOn } from '../model/measured';
import {
  Measurement,
  Verification,
  verificationLog,
} from '../model/verification';
import { EngineContext } from './context';
import { MeasuredAt, stopMeasurement, takeMeasurement } from './measure';

/** A verification that runs: its metrics, how each stands, and what was measured. */
export interface RunningAnalysis {
  project: string;
  stage: string;
  /** That brought what is verified. */
  promotion: string;
  verification: string;
  metrics: AnalysisMetric[];
  states: MetricState[];
  taken: Measurement[];
}

export async function analysisOf(
  { store }: EngineContext,
  project: string,
  at: {
    stage: string;
    promotion: string;
    verification: Verification;
    metrics: AnalysisMetric[];
  },
): Promise<RunningAnalysis> {
  const { stage, promotion, verification, metrics } = at;
  const taken = await store.measurements(project, verification.id);
  const startedAt = Date.parse(verification.startedAt);
  const states = metrics.map(metric => assessMetric(metric, taken, startedAt));
  return {
    project,
    stage,
    promotion,
    verification: verification.id,
    metrics,
    states,
    taken,
  };
}

/**
 * Takes and keeps every measurement that is due.
 * @returns milliseconds until to look again when all that is due goes on elsewhere; undefined when one was kept
 */
export async function takeDue(
  engine: EngineContext,
  analysis: RunningAnalysis,
): Promise<number | undefined> {
  const { project, verification, states } = analysis;
  const waits: number[] = [];
  let kept = false;
  for (const [index, metric] of analysis.metrics.entries()) {
    const state = states[index];
    if (state.done || state.dueAt > engine.clock.now()) continue;
    const at = placeOf(analysis, index);
    const measurement = await takeMeasurement(engine, metric, at);
    if (measurement instanceof GoesOn) {
      waits.push(measurement.againMs);
      continue;
    }
    await engine.store.addMeasurement(project, verification, measurement);
    kept = true;
  }
  return kept ? undefined : Math.min(...waits);
}

/** Ends what still goes on elsewhere of a verification that is over. */
export async function stopOpen(
  engine: EngineContext,
  analysis: RunningAnalysis,
): Promise<void> {
  for (const [index, metric] of analysis.metrics.entries())
    if (!analysis.states[index].done)
      await stopMeasurement(engine, metric, placeOf(analysis, index));
}

function placeOf(
  { project, stage, promotion, verification, ...run }: RunningAnalysis,
  index: number,
): MeasuredAt {
  const { name } = run.metrics[index];
  const before = run.taken.filter(({ metric }) => metric === name);
  const id = `${verification}-${index}-${before.length}`;
  const log = { promotion, step: verificationLog(verification) };
  return { project, stage, id, log };
}
