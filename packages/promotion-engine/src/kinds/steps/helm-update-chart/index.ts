import { posix } from 'path';
import { errored, failed } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import {
  ChartDependency,
  dependencyRefusal,
  localCharts,
} from '../_shared/chartDependencies';
import { checkPinned } from '../_shared/download';
import { editFile } from '../_shared/editFile';
import { runProgram } from '../_shared/runProgram';
import { updateYaml, YamlUpdate } from '../_shared/updateYaml';
import { helmUpdateChartExamples } from './examples';
import { readLock, settleLock } from './lock';
import { HelmUpdateChartConfig, helmUpdateChartSchema } from './schema';

/** Kargo's `helm-update-chart`: `Chart.yaml` by us, its lock and the charts it depends on by Helm. */
export const helmUpdateChartStep = defineStep<
  HelmUpdateChartConfig,
  'workspace' | 'programs'
>({
  id: 'helm-update-chart',
  effect: 'workspace',
  schema: helmUpdateChartSchema,
  capabilities: ['workspace', 'programs'],
  examples: helmUpdateChartExamples,
  async run(context, { path, charts = [] }) {
    const { workspace, now } = context;
    const found = await localCharts(workspace, path);
    const [{ dependencies }] = found;
    const updates = updatesOf(dependencies, charts);
    if (typeof updates === 'string')
      return errored(`helm-update-chart: ${path}: ${updates}`, true);
    const refusal = await dependencyRefusal(
      context,
      found.flatMap(chart => chart.dependencies),
    );
    if (refusal) return failed(`helm-update-chart: ${refusal}`);
    if (updates.length > 0)
      await editFile(workspace, posix.join(path, 'Chart.yaml'), text =>
        updateYaml(text, updates),
      );
    for (const chart of found) await workspace.materialize(chart.path);
    const before = await readLock(workspace, path);
    await runProgram(context, {
      program: 'helm',
      args: ['dependency', 'update', '.'],
      path,
      network: true,
    });
    const after = await readLock(workspace, path);
    if (after) {
      await settleLock(workspace, path, { before, after, now });
      const changed = await checkPinned(context, after.digest);
      if (changed)
        return errored(`helm-update-chart: ${path}: ${changed}`, true);
    }
    const lines = linesOf({ dependencies, charts, before, after });
    if (lines.length === 0)
      return { status: 'succeeded', message: `${path} is up to date` };
    return {
      status: 'succeeded',
      output: {
        commitMessage: `Updated dependencies of ${path}\n\n${lines.join('\n')}`,
      },
    };
  },
});

type Charts = NonNullable<HelmUpdateChartConfig['charts']>;

/** @returns a sentence for a chart that is no dependency */
function updatesOf(
  dependencies: ChartDependency[],
  charts: Charts,
): YamlUpdate[] | string {
  const updates: YamlUpdate[] = [];
  for (const { repository, name, version } of charts) {
    const matching = dependencies.flatMap((each, index) =>
      each.name === name && each.repository === repository ? [index] : [],
    );
    if (matching.length === 0)
      return `Chart.yaml names no dependency ${name} of ${repository}`;
    for (const index of matching)
      updates.push({ key: `dependencies.${index}.version`, value: version });
  }
  return updates;
}

/** What changed: of what was asked for, as it was written; of the rest, what Helm chose. */
function linesOf(what: {
  dependencies: ChartDependency[];
  charts: Charts;
  before?: { versions: Map<string, string> };
  after?: { versions: Map<string, string> };
}): string[] {
  const { dependencies, charts, before, after } = what;
  const asked = charts.flatMap(({ repository, name, version }) => {
    const old = dependencies.find(
      each => each.name === name && each.repository === repository,
    )!.version;
    return old === version ? [] : [`- ${name}: ${old} -> ${version}`];
  });
  const chosen = [...(after?.versions ?? [])].flatMap(([name, version]) => {
    const old = before?.versions.get(name);
    const isAsked = charts.some(each => each.name === name);
    if (isAsked || old === version) return [];
    return [`- ${name}: ${old ? `${old} -> ` : ''}${version}`];
  });
  return [...asked, ...chosen];
}
