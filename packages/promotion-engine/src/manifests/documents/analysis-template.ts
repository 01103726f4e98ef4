import { z } from 'zod';
import { AnalysisMetric, AnalysisTemplate } from '../../model/definition';
import { TemplateAnnotation } from '../annotations/names';
import { Finding, ManifestDocument } from '../document';
import { parseDuration } from '../duration';
import { Path } from '../path';
import { readShape } from '../shape';
import { Duration, objectShape, rule } from './common';
import { WebProvider } from './web-provider';

/** Argo's IntOrString, for limits that are not given by an argument. */
const Limit = z.union([z.int(), z.string()]).transform((value, context) => {
  const text = String(value).trim();
  if (/^-?\d{1,9}$/.test(text)) {
    return Number(text);
  }
  const argument = text.includes('{{');
  context.addIssue({
    code: 'custom',
    message: argument
      ? 'Arguments in limits are not supported yet.'
      : `${JSON.stringify(value)} is no whole number.`,
    params: {
      cure: 'Write a whole number.',
      verdict: argument ? 'runnable' : 'admission',
    },
  });
  return z.NEVER;
});

const Metric = z
  .strictObject({
    name: z.string().min(1),
    interval: Duration.optional(),
    initialDelay: Duration.default(0),
    count: Limit.optional(),
    successCondition: z.string().optional(),
    failureCondition: z.string().optional(),
    failureLimit: Limit.default(0),
    inconclusiveLimit: Limit.default(0),
    consecutiveErrorLimit: Limit.default(4),
    consecutiveSuccessLimit: Limit.optional(),
    provider: z.record(z.string(), z.unknown()),
  })
  .refine(
    ({ count, interval }) =>
      !(count !== undefined && count > 1 && interval === undefined),
    rule('A metric with a count above 1 needs an interval.', {
      cure: 'Add interval, such as 10s.',
      verdict: 'runnable',
    }),
  );
type MetricValue = z.infer<typeof Metric>;

const Shape = objectShape(
  z.strictObject({
    args: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          value: z.string().optional(),
          valueFrom: z.unknown().optional(),
        }),
      )
      .default([]),
    metrics: z.array(Metric).default([]),
    dryRun: z.array(z.unknown()).default([]),
    measurementRetention: z.unknown().optional(),
    templates: z.array(z.unknown()).default([]),
  }),
);

const METRICS: Path = ['spec', 'metrics'];

/** Argo's AnalysisTemplate; only the provider `web` runs without a cluster. */
export function readAnalysisTemplate(document: ManifestDocument): {
  template?: AnalysisTemplate;
  findings: Finding[];
} {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) {
    return { findings };
  }
  const { args, metrics, dryRun, templates } = value.spec;
  findings.push(...unsupported({ dryRun, templates }));
  args.forEach((argument, index) => {
    if (argument.valueFrom !== undefined) {
      findings.push({
        path: ['spec', 'args', index, 'valueFrom'],
        atKey: true,
        message: 'Arguments from secrets and fields are not supported yet.',
        cure: 'Give value here, or pass it in args of the Stage.',
      });
    }
  });
  if (metrics.length === 0 && templates.length === 0) {
    findings.push({
      path: METRICS,
      message: 'The template has no metric.',
      cure: 'Add one metric with provider web.',
    });
  }
  const names = new Set<string>();
  metrics.forEach((metric, index) => {
    if (names.has(metric.name)) {
      findings.push({
        path: [...METRICS, index, 'name'],
        message: `Two metrics are named ${metric.name}.`,
        cure: 'Give each its own name.',
      });
    }
    names.add(metric.name);
  });
  const within = readWithin(value.metadata.annotations ?? {});
  findings.push(...within.findings);
  const read = metrics.map((metric, index) =>
    readMetric(metric, [...METRICS, index]),
  );
  return {
    template: {
      kind: document.kind as AnalysisTemplate['kind'],
      name: value.metadata.name,
      args: args.map(argument => ({
        name: argument.name,
        ...(argument.value === undefined ? {} : { value: argument.value }),
      })),
      metrics: read.flatMap(({ metric }) =>
        metric ? [{ ...metric, ...within.limit }] : [],
      ),
    },
    findings: [...findings, ...read.flatMap(result => result.findings)],
  };
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

function unsupported(lists: Record<string, unknown[]>): Finding[] {
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([field]) => ({
      path: ['spec', field],
      atKey: true,
      message: `${field} of an AnalysisTemplate is not supported yet.`,
      cure: `Remove ${field}.`,
    }));
}

function readMetric(
  value: MetricValue,
  path: Path,
): { metric?: AnalysisMetric; findings: Finding[] } {
  const providers = Object.keys(value.provider);
  if (providers.length !== 1 || providers[0] !== 'web') {
    const message =
      providers.length === 1
        ? `The provider ${providers[0]} is not supported yet.`
        : `A metric has exactly one provider; this one has ${providers.length}.`;
    return {
      findings: [
        {
          path: [...path, 'provider', ...providers.slice(0, 1)],
          atKey: true,
          message,
          cure: 'Use the provider web.',
        },
      ],
    };
  }
  const web = readShape(WebProvider, value.provider.web, {
    base: [...path, 'provider', 'web'],
  });
  const {
    name,
    interval,
    initialDelay,
    count,
    successCondition,
    failureCondition,
    provider,
  } = value;
  const metric: AnalysisMetric = {
    name,
    ...(count === undefined ? {} : { count }),
    ...(interval === undefined ? {} : { intervalMs: interval }),
    initialDelayMs: initialDelay,
    ...(successCondition ? { successCondition } : {}),
    ...(failureCondition ? { failureCondition } : {}),
    failureLimit: value.failureLimit,
    inconclusiveLimit: value.inconclusiveLimit,
    consecutiveErrorLimit: value.consecutiveErrorLimit,
    ...(value.consecutiveSuccessLimit === undefined
      ? {}
      : { consecutiveSuccessLimit: value.consecutiveSuccessLimit }),
    provider: {
      id: 'web',
      config: (provider.web ?? {}) as Record<string, unknown>,
    },
  };
  return { metric, findings: web.findings };
}
