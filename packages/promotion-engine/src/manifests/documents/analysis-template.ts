import { z } from 'zod';
import {
  AnalysisArgument,
  AnalysisTemplate,
  AnalysisTemplateReference,
  MetricTemplate,
} from '../../model/definition';
import { TemplateAnnotation } from '../annotations/names';
import { Finding, ManifestDocument } from '../document';
import { DURATION_CURE, parseDuration } from '../duration';
import { ReadOptions } from '../options';
import { Path } from '../path';
import { readShape } from '../shape';
import { readProvider } from './analysis-provider';
import { objectShape, rule } from './common';

const hasArgument = (text: string) => /\{\{.*\}\}/.test(text);

/** Argo's IntOrString; a text with an argument stays one until the argument is known. */
const Count = z.union([z.int(), z.string()]).transform((value, context) => {
  if (typeof value === 'number' || hasArgument(value)) return value;
  if (/^\s*-?\d{1,9}\s*$/.test(value)) return Number(value);
  const message = `${JSON.stringify(value)} is no whole number.`;
  const params = { cure: 'Write a whole number.' };
  context.addIssue({ code: 'custom', message, params });
  return z.NEVER;
});

/** Argo's DurationString in milliseconds, or a text with an argument. */
const Time = z.string().transform((text, context) => {
  if (hasArgument(text)) return text;
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  const message = `${JSON.stringify(text)} is no duration.`;
  const params = { cure: DURATION_CURE };
  context.addIssue({ code: 'custom', message, params });
  return z.NEVER;
});

const Metric = z
  .strictObject({
    name: z.string().min(1),
    interval: Time.optional(),
    initialDelay: Time.optional(),
    count: Count.optional(),
    successCondition: z.string().optional(),
    failureCondition: z.string().optional(),
    failureLimit: Count.default(0),
    inconclusiveLimit: Count.default(0),
    consecutiveErrorLimit: Count.default(4),
    consecutiveSuccessLimit: Count.optional(),
    provider: z.record(z.string(), z.unknown()),
  })
  .refine(
    ({ count, interval }) =>
      !(typeof count === 'number' && count > 1 && interval === undefined),
    rule('A metric with a count above 1 needs an interval.', {
      cure: 'Add interval, such as 10s.',
      verdict: 'runnable',
    }),
  );
type MetricValue = z.infer<typeof Metric>;

const Argument = z.strictObject({
  name: z.string().min(1),
  value: z.string().optional(),
  valueFrom: z
    .strictObject({
      secretKeyRef: z
        .strictObject({ name: z.string().min(1), key: z.string().min(1) })
        .optional(),
      fieldRef: z.strictObject({ fieldPath: z.string() }).optional(),
      podTemplateHashValue: z.string().optional(),
    })
    .optional(),
});

const Shape = objectShape(
  z.strictObject({
    args: z.array(Argument).default([]),
    metrics: z.array(Metric).default([]),
    dryRun: z.array(z.strictObject({ metricName: z.string() })).default([]),
    measurementRetention: z
      .array(z.strictObject({ metricName: z.string(), limit: z.int() }))
      .optional(),
    templates: z
      .array(
        z.strictObject({
          templateName: z.string().min(1),
          clusterScope: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
);

const METRICS: Path = ['spec', 'metrics'];

/** Argo's AnalysisTemplate. */
export function readAnalysisTemplate(
  document: ManifestDocument,
  options: ReadOptions,
): { template?: AnalysisTemplate; findings: Finding[] } {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) {
    return { findings };
  }
  const { args, metrics, dryRun, templates, measurementRetention } = value.spec;
  const within = readWithin(value.metadata.annotations ?? {});
  findings.push(
    ...args.flatMap(unknownSource),
    ...missingMetrics(metrics.length + templates.length),
    ...namedTwice(metrics),
    ...within.findings,
    ...metrics.flatMap(({ provider }, index) =>
      readProvider(provider, [...METRICS, index, 'provider'], options),
    ),
  );
  const template: AnalysisTemplate = {
    kind: document.kind as AnalysisTemplate['kind'],
    name: value.metadata.name,
    args: args.map(toArgument),
    metrics: metrics.map(metric => ({
      ...toMetric(metric),
      ...within.limit,
    })),
    ...(templates.length > 0 && { templates: templates.map(toReference) }),
    ...(dryRun.length > 0 && {
      dryRun: dryRun.map(({ metricName }) => metricName),
    }),
    ...(measurementRetention && { measurementRetention }),
  };
  return { template, findings };
}

function unknownSource(
  { valueFrom }: z.infer<typeof Argument>,
  index: number,
): Finding[] {
  if (valueFrom === undefined || valueFrom.secretKeyRef) return [];
  const finding: Finding = {
    path: ['spec', 'args', index, 'valueFrom'],
    atKey: true,
    message: 'Only an analysis in a cluster knows the fields of its Rollout.',
    cure: 'Give value here, or pass it in args of the Stage.',
  };
  return [finding];
}

function missingMetrics(count: number): Finding[] {
  if (count > 0) return [];
  const message = 'The template has no metric.';
  return [{ path: METRICS, message, cure: 'Add one with a provider.' }];
}

function namedTwice(metrics: MetricValue[]): Finding[] {
  const names = metrics.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [...METRICS, index, 'name'],
            message: `Two metrics are named ${name}.`,
            cure: 'Give each its own name.',
          },
        ],
  );
}

function toArgument({
  name,
  value,
  valueFrom,
}: z.infer<typeof Argument>): AnalysisArgument {
  return {
    name,
    ...(value === undefined ? {} : { value }),
    ...(valueFrom?.secretKeyRef ? { secret: valueFrom.secretKeyRef } : {}),
  };
}

function toReference(from: {
  templateName: string;
  clusterScope: boolean;
}): AnalysisTemplateReference {
  const kind = from.clusterScope
    ? 'ClusterAnalysisTemplate'
    : 'AnalysisTemplate';
  return { kind, name: from.templateName };
}

/** Our addition: Argo has no time after which a metric is given up. */
function readWithin(annotations: Record<string, string>): {
  limit: { withinMs?: number };
  findings: Finding[];
} {
  const key = TemplateAnnotation.within;
  const text = annotations[key];
  if (text === undefined) return { limit: {}, findings: [] };
  const withinMs = parseDuration(text);
  if (withinMs !== undefined && withinMs > 0)
    return { limit: { withinMs }, findings: [] };
  const message = `${JSON.stringify(text)} is no duration above zero.`;
  const cure = 'Write it such as 90s or 2m.';
  const path = ['metadata', 'annotations', key];
  return { limit: {}, findings: [{ path, message, cure }] };
}

function toMetric({
  interval,
  initialDelay,
  count,
  consecutiveSuccessLimit,
  successCondition,
  failureCondition,
  provider,
  ...given
}: MetricValue): MetricTemplate {
  const [id, config] = Object.entries(provider)[0] ?? ['', {}];
  return {
    ...given,
    ...(count === undefined ? {} : { count }),
    ...(interval === undefined ? {} : { intervalMs: interval }),
    initialDelayMs: initialDelay ?? 0,
    ...(successCondition ? { successCondition } : {}),
    ...(failureCondition ? { failureCondition } : {}),
    ...(consecutiveSuccessLimit === undefined
      ? {}
      : { consecutiveSuccessLimit }),
    provider: { id, config: (config ?? {}) as Record<string, unknown> },
  };
}
