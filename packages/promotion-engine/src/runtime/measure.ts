import { measurementPhase } from '../decide/analysis';
import { fillInMetric } from '../decide/fillInMetric';
import { mergeTemplates } from '../decide/mergeTemplates';
import {
  AnalysisArgument,
  AnalysisMetric,
  Project,
  Stage,
} from '../model/definition';
import { Pins } from '../model/promotion';
import { StageRow } from '../model/rows';
import { Measurement } from '../model/verification';
import { EngineContext, isoNow } from './context';
import {
  evaluateArguments,
  evaluateCondition,
  explainError,
  factSource,
  withFacts,
} from './evaluation';

/** The metrics of a stage with their arguments filled in, or what is wrong with them. */
export async function resolveMetrics(
  engine: EngineContext,
  project: Project,
  at: { stage: Stage; row: StageRow; pins: Pick<Pins, 'now'> },
): Promise<{ metrics: AnalysisMetric[] } | { problem: string }> {
  const { stage, row, pins } = at;
  const facts = {
    project: project.name,
    stage: stage.name,
    vars: stage.vars,
    collection: row.history[0],
    pins,
  };
  try {
    const given = await withFacts(
      factSource(engine, { project: project.name }),
      known => evaluateArguments(stage.verification?.args ?? [], facts, known),
    );
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
  { secrets, masker }: EngineContext,
  project: string,
  name: string,
): Promise<Record<string, string>> {
  const texts = await secrets?.read({ project, kind: 'secret', name });
  const data = texts?.data ?? {};
  Object.values(data).forEach(text => masker.add(text));
  return data;
}

/** Measures once; whatever goes wrong is a measurement that erred, with a sentence. */
export async function takeMeasurement(
  engine: EngineContext,
  project: string,
  metric: AnalysisMetric,
): Promise<Measurement> {
  const now = engine.clock.now();
  const at = isoNow(engine);
  const kind = engine.registry.verifiers.get(metric.provider.id);
  try {
    if (!kind) throw new Error(`there is no verifier ${metric.provider.id}`);
    const result = await kind.measure(metric.provider.config, {
      http: engine.http,
      signal: new AbortController().signal,
      now,
      secret: name => readSecret(engine, project, name),
    });
    const { successCondition, failureCondition } = metric;
    const success = successCondition
      ? evaluateCondition(successCondition, result)
      : undefined;
    const failure = failureCondition
      ? evaluateCondition(failureCondition, result)
      : undefined;
    const value = engine.masker
      .mask(JSON.stringify(result) ?? 'null')
      .slice(0, 1000);
    const phase = measurementPhase({ success, failure });
    return {
      metric: metric.name,
      at,
      value,
      phase,
      message: phase === 'Successful' ? undefined : `got ${value}`,
    };
  } catch (error) {
    return {
      metric: metric.name,
      at,
      phase: 'Error',
      message: engine.masker.mask((error as Error).message),
    };
  }
}
