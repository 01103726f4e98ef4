import { AnalysisMetric, MetricTemplate } from '../model/definition';
import { parseDuration } from '../model/duration';

const COUNTS = [
  'count',
  'failureLimit',
  'inconclusiveLimit',
  'consecutiveErrorLimit',
  'consecutiveSuccessLimit',
] as const;

/** Fields of a metric in milliseconds, and what they are called where they are written. */
const DURATIONS = {
  intervalMs: 'interval',
  initialDelayMs: 'initialDelay',
} as const;

/**
 * A metric with its arguments in place of `{{args.x}}` (Argo's own templating, which knows nothing else).
 * @throws Error that names metric and field where an argument gives no whole number or no duration
 */
export function fillInMetric(
  template: MetricTemplate,
  args: Readonly<Record<string, string>>,
): AnalysisMetric {
  const metric = fillIn<MetricTemplate>(template, args);
  const place = (field: string) => `${field} of the metric ${metric.name}`;
  for (const field of COUNTS) {
    const text = metric[field];
    if (typeof text === 'string')
      metric[field] = wholeNumber(text, place(field));
  }
  for (const [field, written] of Object.entries(DURATIONS)) {
    const text = metric[field as keyof typeof DURATIONS];
    if (typeof text === 'string')
      metric[field as keyof typeof DURATIONS] = duration(text, place(written));
  }
  return metric as AnalysisMetric;
}

function fillIn<T>(value: T, args: Readonly<Record<string, string>>): T {
  if (typeof value === 'string') {
    return value.replace(
      /\{\{\s*args\.([\w.-]+)\s*\}\}/g,
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

function wholeNumber(text: string, place: string): number {
  if (/^\s*-?\d{1,9}\s*$/.test(text)) return Number(text);
  throw new Error(`${place} is ${JSON.stringify(text)}, no whole number`);
}

function duration(text: string, place: string): number {
  const milliseconds = parseDuration(text.trim());
  if (milliseconds !== undefined && milliseconds >= 0) return milliseconds;
  throw new Error(
    `${place} is ${JSON.stringify(text)}, no duration such as 30s or 5m`,
  );
}
