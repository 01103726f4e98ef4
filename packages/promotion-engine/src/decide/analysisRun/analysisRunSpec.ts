import { AnalysisRunSpec } from '../../model/analysisRun';
import {
  AnalysisArgument,
  AnalysisTemplate,
  AnalysisTemplateReference,
  MetricTemplate,
} from '../../model/definition';
import { collectTemplates, mergeTemplates } from '../mergeTemplates';

/**
 * All templates of a stage as the specification of one AnalysisRun (kargo.md 4.7): arguments that no template declares
 * are dropped, secrets stay references.
 * @throws Error as `mergeTemplates`, and when an argument has no value
 */
export function analysisRunSpec(
  references: readonly AnalysisTemplateReference[],
  known: readonly AnalysisTemplate[],
  given: Readonly<Record<string, string>>,
): AnalysisRunSpec {
  const { args, metrics } = mergeTemplates(references, known);
  const templates = collectTemplates(references, known);
  const dryRun = templates.flatMap(each => each.dryRun ?? []);
  const kept = templates.flatMap(each => each.measurementRetention ?? []);
  return {
    args: args.map(argument => toArgument(argument, given[argument.name])),
    metrics: metrics.map(toMetric),
    ...(dryRun.length > 0 && {
      dryRun: dryRun.map(metricName => ({ metricName })),
    }),
    ...(kept.length > 0 && { measurementRetention: kept }),
  };
}

function toArgument(
  { name, value, secret }: AnalysisArgument,
  given: string | undefined,
) {
  const text = given ?? value;
  if (text !== undefined) return { name, value: text };
  if (secret) return { name, valueFrom: { secretKeyRef: secret } };
  throw new Error(`the argument ${name} has no value`);
}

/** A metric as Argo writes it. Its own defaults are written out: they are what was read. */
function toMetric({
  intervalMs,
  initialDelayMs,
  withinMs: _,
  provider,
  ...metric
}: MetricTemplate): Record<string, unknown> {
  const { id, config } = provider;
  return {
    ...metric,
    ...(intervalMs === undefined ? {} : { interval: toDuration(intervalMs) }),
    ...(initialDelayMs === 0
      ? {}
      : { initialDelay: toDuration(initialDelayMs) }),
    provider: { [id]: config },
  };
}

/** Go's; a text holds an argument, which the cluster fills in. */
function toDuration(time: number | string): string {
  if (typeof time === 'string') return time;
  return time % 1000 === 0 ? `${time / 1000}s` : `${time}ms`;
}
