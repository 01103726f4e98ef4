import { MetricEntry } from './metrics';
import { AnnotatedMetric, AnnotatedStage } from './pipeline';
import { Located } from './scanner';

/** Tells each stage the metrics that it has to wait for. One with `{stage}` in it is another one for each stage. */
export function resolveMetrics(
  entries: readonly MetricEntry[],
  stages: readonly AnnotatedStage[],
  lookUp: (name: Located<string>) => AnnotatedStage | undefined,
): AnnotatedMetric[] {
  return entries.flatMap(({ stages: names, ...metric }, index) => {
    const name = `metric-${index + 1}`;
    const wanted = names ? names.flatMap(each => lookUp(each) ?? []) : stages;
    const own = metric.url.includes('{stage}');
    const made = new Map<string, AnnotatedMetric>();
    for (const stage of new Set(wanted)) {
      const mine = own ? `${name}-${stages.indexOf(stage) + 1}` : name;
      const url = metric.url.replaceAll('{stage}', stage.name);
      made.set(mine, { ...metric, url, name: mine });
      stage.metrics = [...(stage.metrics ?? []), mine];
    }
    return [...made.values()];
  });
}
