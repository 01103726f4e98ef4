import { measurementPhase } from '../decide/analysis';
import { fillInMetric } from '../decide/fillInMetric';
import { mergeTemplates } from '../decide/mergeTemplates';
import {
  AnalysisArgument,
  AnalysisMetric,
  Project,
  Stage,
} from '../model/definition';
import { GoesOn, Judged } from '../model/measured';
import { Pins } from '../model/promotion';
import { StageRow } from '../model/rows';
import { Measurement } from '../model/verification';
import { noTranscript } from '../ports/transcript';
import { VerifierTools } from '../registry/verifier';
import { EngineContext, isoNow } from './context';
import {
  evaluateArguments,
  evaluateCondition,
  explainError,
  factSource,
  readTexts,
  withFacts,
} from './evaluation';
import { transcriptsOf } from './transcripts';

interface VerifiedAt {
  stage: Stage;
  row: StageRow;
  pins: Pick<Pins, 'now'>;
}

/** What a stage gives its templates. @throws Error when an expression is wrong */
export function evaluateGiven(
  engine: EngineContext,
  project: Project,
  { stage, row, pins }: VerifiedAt,
): Promise<Record<string, string>> {
  const facts = {
    project: project.name,
    stage: stage.target?.stage ?? stage.name,
    target: stage.target,
    vars: stage.vars,
    collection: row.history[0],
    pins,
  };
  return withFacts(factSource(engine, { project: project.name }), known =>
    evaluateArguments(stage.verification?.args ?? [], facts, known),
  );
}

/** The metrics of a stage with their arguments filled in, or what is wrong with them. */
export async function resolveMetrics(
  engine: EngineContext,
  project: Project,
  at: VerifiedAt,
): Promise<{ metrics: AnalysisMetric[] } | { problem: string }> {
  const { stage } = at;
  try {
    const given = await evaluateGiven(engine, project, at);
    const { args, metrics, dryRun } = mergeTemplates(
      stage.verification?.analysisTemplates ?? [],
      project.analysisTemplates,
    );
    const values: Record<string, string> = {};
    for (const argument of args)
      values[argument.name] =
        given[argument.name] ??
        (await defaultOf(engine, project.name, argument));
    return {
      metrics: metrics.map(metric => ({
        ...fillInMetric(metric, values),
        ...(dryRun.has(metric.name) ? { dryRun: true } : {}),
      })),
    };
  } catch (error) {
    return { problem: engine.masker.mask(explainError(error)) };
  }
}

/** @throws Error when an argument has no value */
async function defaultOf(
  engine: EngineContext,
  project: string,
  { name, value, secret }: AnalysisArgument,
): Promise<string> {
  if (value !== undefined) return value;
  if (!secret) throw new Error(`the argument ${name} has no value`);
  const text = (await readSecret(engine, project, secret.name))[secret.key];
  if (text !== undefined) return text;
  throw new Error(
    `the argument ${name} comes from the key ${secret.key} of the secret ${secret.name}, which is not there`,
  );
}

/** The keys of a secret, which the masker knows from then on. */
async function readSecret(
  engine: EngineContext,
  project: string,
  name: string,
): Promise<Record<string, string>> {
  const texts = await readTexts(engine, { project, kind: 'secret', name });
  return texts?.data ?? {};
}

/** Whose measurement it is. */
export interface MeasuredAt {
  project: string;
  stage: string;
  /** The same for every attempt at one measurement. */
  id: string;
  /** Where it may print; absent: nowhere. */
  log?: { promotion: string; step: string };
}

/** Measures once; whatever goes wrong is a measurement that erred, with a sentence. */
export async function takeMeasurement(
  engine: EngineContext,
  metric: AnalysisMetric,
  at: MeasuredAt,
): Promise<Measurement | GoesOn> {
  const about = { metric: metric.name, at: isoNow(engine) };
  try {
    const result = await verifierOf(engine, metric).measure(
      metric.provider.config,
      toolsOf(engine, metric, at),
    );
    if (result instanceof GoesOn) return result;
    if (result instanceof Judged) {
      const { phase, message } = result;
      return {
        ...about,
        phase,
        message: message && engine.masker.mask(message),
      };
    }
    const phase = judge(metric, result);
    const value = engine.masker.mask(measuredText(result)).slice(0, 1000);
    const message = phase === 'Successful' ? undefined : `got ${value}`;
    return { ...about, value, phase, message };
  } catch (error) {
    const message = engine.masker.mask((error as Error).message);
    return { ...about, phase: 'Error', message };
  }
}

/** As JSON, with what JSON has no number for by the names that Argo gives it: `NaN`, `+Inf`, `-Inf`. */
function measuredText(result: unknown): string {
  const named = (value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value)
      ? `${value}`.replace('Infinity', 'Inf').replace(/^I/, '+I')
      : value;
  const whole = named(result);
  if (typeof whole === 'string' && whole !== result) return whole;
  return JSON.stringify(result, (_, value) => named(value)) ?? 'null';
}

/** Ends a measurement that goes on elsewhere. What cannot be ended is told to the log. */
export async function stopMeasurement(
  engine: EngineContext,
  metric: AnalysisMetric,
  at: MeasuredAt,
): Promise<void> {
  try {
    await verifierOf(engine, metric).stop?.(
      metric.provider.config,
      toolsOf(engine, metric, at),
    );
  } catch (error) {
    engine.logger.warn(
      engine.masker.mask(
        `${metric.name} of ${at.project}/${at.stage} goes on: ${
          (error as Error).message
        }`,
      ),
    );
  }
}

function verifierOf(engine: EngineContext, { provider }: AnalysisMetric) {
  const kind = engine.registry.verifiers.get(provider.id);
  if (!kind) throw new Error(`there is no verifier ${provider.id}`);
  return kind;
}

function toolsOf(
  engine: EngineContext,
  { name: speaker }: AnalysisMetric,
  { log, ...at }: MeasuredAt,
): VerifierTools {
  const { project } = at;
  return {
    ...at,
    http: engine.http,
    signal: new AbortController().signal,
    now: engine.clock.now(),
    secret: name => readSecret(engine, project, name),
    transcript: log
      ? transcriptsOf(engine, { project, speaker, ...log })
      : noTranscript,
  };
}

function judge(
  { successCondition, failureCondition }: AnalysisMetric,
  result: unknown,
): Measurement['phase'] {
  return measurementPhase({
    success: successCondition
      ? evaluateCondition(successCondition, result)
      : undefined,
    failure: failureCondition
      ? evaluateCondition(failureCondition, result)
      : undefined,
  });
}
