import {
  AnalysisRunSight,
  formatDuration,
  Measurement,
  parseDuration,
} from '@stevedore/promotion-engine';
import { AnalysisRun, MetricResult, RunMeasurement } from './analysisRun';

/** Milliseconds after which a controller that should have done something counts as gone. */
export const SILENCE_MS = 300_000;
const SAFETY_NET_MS = 30_000;
/** While a Job runs there is a log to copy. */
const COPY_MS = 2_000;

type Ended = Measurement['phase'];
const ENDED: readonly string[] = [
  'Successful',
  'Failed',
  'Error',
  'Inconclusive',
] satisfies Ended[];

/**
 * What an AnalysisRun says now. The verdict is Argo's, but for one: a run that somebody terminated ends as Successful
 * when nothing had failed by then, and that proves nothing.
 * @param now - epoch milliseconds
 */
export function judgeAnalysisRun(
  run: AnalysisRun,
  now: number,
): Exclude<AnalysisRunSight, { status: 'absent' | 'unknown' }> {
  const { phase = '', message } = run.status ?? {};
  const results = run.status?.metricResults ?? [];
  const measurements = results.flatMap(takenOf);
  if (!ENDED.includes(phase))
    return {
      status: 'goesOn',
      measurements,
      againMs: results.some(jobOf) ? COPY_MS : SAFETY_NET_MS,
      silence: silenceOf(run, now),
    };
  if (run.spec.terminate && phase === 'Successful')
    return {
      status: 'ended',
      phase: 'Failed',
      message: 'somebody ended its AnalysisRun before it was over',
      measurements,
    };
  return {
    status: 'ended',
    phase: phase as Ended,
    message: message || sentenceOf(results, phase),
    measurements,
  };
}

/** Measurements of a metric that are over. */
function takenOf({ name, measurements = [] }: MetricResult): Measurement[] {
  return measurements
    .filter(({ phase }) => ENDED.includes(phase))
    .map(({ phase, startedAt, finishedAt, value, message }) => ({
      metric: name,
      phase: phase as Ended,
      at: startedAt ?? finishedAt ?? '',
      ...(value !== undefined && { value }),
      ...(message && { message }),
    }));
}

/** The Job that a metric's newest measurement is. */
export function jobOf({ measurements = [] }: MetricResult): string | undefined {
  return measurements.at(-1)?.metadata?.['job-name'];
}

function sentenceOf(results: readonly MetricResult[], phase: string): string {
  const worst = results.find(each => each.phase === phase);
  if (phase === 'Successful') {
    const names = results.map(({ name }) => name).join(', ');
    return names ? `passed: ${names}` : 'passed';
  }
  if (!worst) return `its AnalysisRun ended as ${phase}`;
  return `${worst.name}: ${worst.message || `ended as ${phase}`}`;
}

/** Why its controller seems to be gone. A measurement under way may be a Job, which takes as long as it takes. */
function silenceOf(run: AnalysisRun, now: number): string | undefined {
  const { status } = run;
  const made = momentOf(run.metadata.creationTimestamp);
  if (!status?.phase)
    return since(made, now) > SILENCE_MS
      ? `no Argo Rollouts controller took it within ${formatDuration(
          SILENCE_MS,
        )}`
      : undefined;
  const due = dueAt(run, momentOf(status.startedAt) ?? made);
  if (due === undefined || now - due <= SILENCE_MS) return undefined;
  return `nothing was measured for ${formatDuration(
    now - due,
  )} after it was due: is its Argo Rollouts controller gone?`;
}

/** When something had to happen the next time; undefined while something goes on. */
function dueAt(run: AnalysisRun, started?: number): number | undefined {
  const moments: number[] = [];
  for (const metric of run.spec.metrics ?? []) {
    const result = run.status?.metricResults?.find(
      ({ name }) => name === metric.name,
    );
    if (ENDED.includes(result?.phase ?? '')) continue;
    const last: RunMeasurement | undefined = result?.measurements?.at(-1);
    if (last && !ENDED.includes(last.phase)) return undefined;
    const from = momentOf(last?.finishedAt) ?? started;
    const wait = last ? metric.interval : metric.initialDelay;
    const milliseconds = wait ? waitOf(run, wait) : 0;
    if (from === undefined || milliseconds === undefined) return undefined;
    moments.push(from + milliseconds);
  }
  // all are over, and the end of the run itself is what is missing
  return moments.length > 0 ? Math.max(...moments) : lastMoment(run) ?? started;
}

/** A duration may be an argument. */
function waitOf({ spec }: AnalysisRun, text: string): number | undefined {
  const [, name] = /\{\{\s*args\.([\w-]+)\s*\}\}/.exec(text) ?? [];
  const given = spec.args?.find(each => each.name === name)?.value;
  return parseDuration(name ? given ?? '' : text);
}

function lastMoment({ status }: AnalysisRun): number | undefined {
  const moments = (status?.metricResults ?? []).flatMap(
    ({ measurements = [] }) =>
      measurements.flatMap(({ finishedAt }) => momentOf(finishedAt) ?? []),
  );
  return moments.length > 0 ? Math.max(...moments) : undefined;
}

const momentOf = (text: string | undefined): number | undefined =>
  text ? Date.parse(text) : undefined;

const since = (moment: number | undefined, now: number): number =>
  moment === undefined ? 0 : now - moment;
