import { StageAnnotation } from './annotations/names';
import { ManifestDocument } from './document';

/**
 * Templates that only AnalysisRuns of a cluster are made of: what they measure with is the cluster's to know. A
 * document is recognised before it was read, so nothing here trusts its shape.
 */
export function templatesElsewhere(
  documents: readonly ManifestDocument[],
): ReadonlySet<ManifestDocument> {
  const templates = new Map<string, ManifestDocument>();
  for (const each of documents)
    if (isTemplate(each.kind)) templates.set(`${each.kind}/${each.name}`, each);
  const reach = (names: string[], found = new Set<ManifestDocument>()) => {
    for (const name of names) {
      const template = templates.get(name);
      if (!template || found.has(template)) continue;
      found.add(template);
      reach(partsOf(template), found);
    }
    return found;
  };
  const stages = documents.filter(({ kind }) => kind === 'Stage');
  const elsewhere = stages.filter(each => annotation(each, 'analysisRun'));
  const here = stages.filter(each => !elsewhere.includes(each));
  const measuredHere = reach([
    ...here.flatMap(usedBy),
    ...stages.flatMap(each =>
      (annotation(each, 'metrics') ?? '')
        .split(',')
        .map(name => `AnalysisTemplate/${name.trim()}`),
    ),
  ]);
  const found = reach(elsewhere.flatMap(usedBy));
  return new Set([...found].filter(each => !measuredHere.has(each)));
}

const isTemplate = (kind: string) =>
  kind === 'AnalysisTemplate' || kind === 'ClusterAnalysisTemplate';

function annotation(
  { value }: ManifestDocument,
  key: 'analysisRun' | 'metrics',
): string | undefined {
  const text = at(value, 'metadata', 'annotations', StageAnnotation[key]);
  return typeof text === 'string' ? text : undefined;
}

function usedBy({ value }: ManifestDocument): string[] {
  return list(at(value, 'spec', 'verification', 'analysisTemplates')).map(
    each =>
      `${at(each, 'kind') || 'AnalysisTemplate'}/${String(at(each, 'name'))}`,
  );
}

function partsOf({ value }: ManifestDocument): string[] {
  return list(at(value, 'spec', 'templates')).map(
    each =>
      `${
        at(each, 'clusterScope') === true ? 'Cluster' : ''
      }AnalysisTemplate/${String(at(each, 'templateName'))}`,
  );
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
