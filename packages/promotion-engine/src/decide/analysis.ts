import { formatDuration } from '../model/duration';
import { AnalysisMetric } from '../model/definition';
import { Measurement, VerificationPhase } from '../model/verification';

/** Argo's default wait after a measurement that erred, when the metric has no interval. */
const ERROR_INTERVAL_MS = 10_000;

export type MetricState =
  | { done: true; phase: VerificationPhase; message: string }
  | { done: false; /** Epoch milliseconds. */ dueAt: number };

/** How one metric stands, and when it is to be measured next (Argo Rollouts: analysis.assessMetricStatus). */
export function assessMetric(
  metric: AnalysisMetric,
  taken: Measurement[],
  startedAt: number,
): MetricState {
  const mine = taken.filter(measurement => measurement.metric === metric.name);
  const count = (phase: Measurement['phase']) =>
    mine.filter(each => each.phase === phase).length;
  const last = mine[mine.length - 1];
  const end = (phase: VerificationPhase, why: string): MetricState => {
    const because = last?.message ? ` (${last.message})` : '';
    const free = metric.dryRun && phase !== 'Successful';
    return {
      done: true,
      phase: free ? 'Successful' : phase,
      message: `${metric.name}: ${why}${because}${free ? ', a dry run' : ''}`,
    };
  };
  if (exceeds(count('Failed'), metric.failureLimit))
    return end('Failed', `failed ${count('Failed')} times`);
  if (exceeds(count('Inconclusive'), metric.inconclusiveLimit))
    return end('Inconclusive', 'gave no clear answer');
  const errors = trailing(mine, 'Error');
  if (exceeds(errors, metric.consecutiveErrorLimit))
    return end('Error', `could not be measured ${errors} times in a row`);
  const wanted = metric.consecutiveSuccessLimit ?? 0;
  if (wanted > 0 && trailing(mine, 'Successful') >= wanted)
    return end('Successful', 'passed');
  const counted = mine.length - count('Error');
  if (counted >= (metric.count ?? (metric.intervalMs ? Infinity : 1))) {
    if (wanted > 0)
      return end('Inconclusive', `did not pass in ${counted} measurements`);
    return end('Successful', 'passed');
  }
  if (!last) return { done: false, dueAt: startedAt + metric.initialDelayMs };
  const wait =
    metric.intervalMs ?? (last.phase === 'Error' ? ERROR_INTERVAL_MS : 0);
  const dueAt = Date.parse(last.at) + wait;
  const { withinMs = Infinity } = metric;
  if (dueAt >= startedAt + withinMs) {
    const phase = last.phase === 'Error' ? 'Error' : 'Inconclusive';
    return end(phase, `did not pass within ${formatDuration(withinMs)}`);
  }
  return { done: false, dueAt };
}

/** -1 switches a limit off. */
function exceeds(count: number, limit: number): boolean {
  return limit >= 0 && count > limit;
}

function trailing(taken: Measurement[], phase: Measurement['phase']): number {
  const index = [...taken].reverse().findIndex(each => each.phase !== phase);
  return index < 0 ? taken.length : index;
}

const SEVERITY: VerificationPhase[] = [
  'Successful',
  'Inconclusive',
  'Error',
  'Failed',
];

/** The worst phase of all metrics once none can change it: one that failed ends the whole at once. */
export function assessAnalysis(
  states: MetricState[],
): { phase: VerificationPhase; message: string } | { dueAt: number } {
  const done = states.filter(state => state.done);
  const worst = [...done].sort(
    (a, b) => SEVERITY.indexOf(b.phase) - SEVERITY.indexOf(a.phase),
  )[0];
  if (worst && worst.phase !== 'Successful')
    return { phase: worst.phase, message: worst.message };
  const open = states.filter(state => !state.done);
  if (open.length > 0)
    return { dueAt: Math.min(...open.map(state => state.dueAt)) };
  return {
    phase: 'Successful',
    message: done.map(state => state.message).join('; ') || 'no metrics',
  };
}

/** What a measurement says, by the conditions that are set (Argo: EvaluateResult). */
export function measurementPhase(conditions: {
  success?: boolean;
  failure?: boolean;
}): Measurement['phase'] {
  const { success, failure } = conditions;
  if (failure === true) return 'Failed';
  if (success === undefined) return 'Successful';
  if (success) return 'Successful';
  return failure === undefined ? 'Failed' : 'Inconclusive';
}
