import { measurementPhase } from '../decide/analysis';
import {
  AnalysisMetric,
  AnalysisTemplateReference,
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
    const templates = stage.verification?.analysisTemplates ?? [];
    const metrics = templates.flatMap(reference =>
      metricsOf(project, reference, given),
    );
    return { metrics };
  } catch (error) {
    return { problem: engine.masker.mask(explainError(error)) };
  }
}

/** @throws Error when the template is not there or an argument has no value */
function metricsOf(
  project: Project,
  { kind, name }: AnalysisTemplateReference,
  given: Record<string, string>,
): AnalysisMetric[] {
  const template = project.analysisTemplates.find(
    each => each.kind === kind && each.name === name,
  );
  if (!template) throw new Error(`there is no ${kind} ${name}`);
  const values: Record<string, string> = {};
  for (const arg of template.args) {
    const value = given[arg.name] ?? arg.value;
    if (value === undefined)
      throw new Error(
        `${kind} ${name} needs a value for its argument ${arg.name}`,
      );
    values[arg.name] = value;
  }
  return template.metrics.map(metric => fillIn(metric, values));
}

/** `{{args.x}}` in any text of a metric (Argo's own templating, which knows nothing else). */
function fillIn<T>(value: T, args: Record<string, string>): T {
  if (typeof value === 'string') {
    return value.replace(
      /\{\{\s*args\.([\w-]+)\s*\}\}/g,
      (whole, name) => args[name] ?? whole,
    ) as T;
  }
  if (Array.isArray(value)) return value.map(each => fillIn(each, args)) as T;
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, fillIn(each, args)]),
    ) as T;
  }
  return value;
}

/** Measures once; whatever goes wrong is a measurement that erred, with a sentence. */
export async function takeMeasurement(
  engine: EngineContext,
  metric: AnalysisMetric,
): Promise<Measurement> {
  const at = isoNow(engine);
  const kind = engine.registry.verifiers.get(metric.provider.id);
  try {
    if (!kind) throw new Error(`there is no verifier ${metric.provider.id}`);
    const result = await kind.measure(metric.provider.config, {
      http: engine.http,
      signal: new AbortController().signal,
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
