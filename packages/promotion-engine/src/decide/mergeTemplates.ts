import {
  AnalysisArgument,
  AnalysisTemplate,
  AnalysisTemplateReference,
  MetricTemplate,
} from '../model/definition';
import { compileRegex } from '../model/patterns';

/** All templates of one verification as one (Argo: FlattenTemplates). */
export interface MergedTemplates {
  args: AnalysisArgument[];
  metrics: MetricTemplate[];
  /** Names of metrics that decide nothing. */
  dryRun: ReadonlySet<string>;
}

/**
 * The templates that are named, with all that they name themselves; each counts once.
 * @throws Error when one is not there, two metrics have one name, an argument has two values, or `dryRun` names nothing
 */
export function mergeTemplates(
  references: readonly AnalysisTemplateReference[],
  known: readonly AnalysisTemplate[],
): MergedTemplates {
  const templates = collectTemplates(references, known);
  const args = new Map<string, AnalysisArgument>();
  const metrics = new Map<string, MetricTemplate>();
  for (const template of templates) {
    for (const argument of template.args) addArgument(args, argument);
    for (const metric of template.metrics) {
      if (metrics.has(metric.name))
        throw new Error(
          `two metrics are named ${metric.name}; one of them is of ${template.kind} ${template.name}`,
        );
      metrics.set(metric.name, metric);
    }
  }
  const dryRun = templates.flatMap(template =>
    (template.dryRun ?? []).flatMap(pattern =>
      namesThatFit(pattern, [...metrics.keys()]),
    ),
  );
  return {
    args: [...args.values()],
    metrics: [...metrics.values()],
    dryRun: new Set(dryRun),
  };
}

/**
 * The templates that are named, with all that they name themselves; each once.
 * @throws Error when one is not there
 */
export function collectTemplates(
  references: readonly AnalysisTemplateReference[],
  known: readonly AnalysisTemplate[],
): AnalysisTemplate[] {
  const found = new Set<AnalysisTemplate>();
  const visit = ({ kind, name }: AnalysisTemplateReference) => {
    const template = known.find(
      each => each.kind === kind && each.name === name,
    );
    if (!template) throw new Error(`there is no ${kind} ${name}`);
    if (found.has(template)) return;
    found.add(template);
    template.templates?.forEach(visit);
  };
  references.forEach(visit);
  return [...found];
}

function addArgument(
  args: Map<string, AnalysisArgument>,
  argument: AnalysisArgument,
): void {
  const { name, value } = argument;
  const before = args.get(name);
  if (
    before?.value !== undefined &&
    value !== undefined &&
    value !== before.value
  )
    throw new Error(
      `the argument ${name} has two values, "${before.value}" and "${value}"`,
    );
  if (before?.value === undefined && !(before?.secret && value === undefined))
    args.set(name, argument);
}

function namesThatFit(pattern: string, names: string[]): string[] {
  const fits = compileRegex(pattern);
  const found = names.filter(fits);
  if (found.length === 0)
    throw new Error(`dryRun names ${pattern}, and no metric has such a name`);
  return found;
}
