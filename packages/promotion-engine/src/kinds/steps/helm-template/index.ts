import { posix } from 'path';
import { errored, failed, StepOutcome } from '../../../model/outcome';
import { Workspace } from '../../../ports/git';
import { defineStep, StepContext } from '../../../registry/step';
import { dependencyRefusal, localCharts } from '../_shared/chartDependencies';
import { isManifestFile, splitDocuments } from '../_shared/documents';
import { runProgram } from '../_shared/runProgram';
import { helmTemplateExamples } from './examples';
import { HelmTemplateConfig, helmTemplateSchema } from './schema';
import { splitSources } from './splitSources';

type Context = StepContext<'workspace' | 'programs'>;

/** Kargo's `helm-template`. Helm reads the workspace and prints; what it printed is written here. */
export const helmTemplateStep = defineStep<
  HelmTemplateConfig,
  'workspace' | 'programs'
>({
  id: 'helm-template',
  effect: 'workspace',
  schema: helmTemplateSchema,
  capabilities: ['workspace', 'programs'],
  examples: helmTemplateExamples,
  async run(context, config) {
    const { workspace } = context;
    const place = await placeOf(workspace, config.path);
    if ('status' in place) return place;
    if (place.chart === '.') {
      const stopped = await prepareCharts(context, config);
      if (stopped) return stopped;
    }
    const values = await valuesArguments(workspace, config, place.directory);
    if (typeof values === 'string')
      return errored(`helm-template: ${values}`, true);
    const text = await runProgram(context, {
      program: 'helm',
      args: [
        'template',
        ...values,
        ...flags(config),
        '--',
        config.releaseName,
        place.chart,
      ],
      path: place.directory,
    });
    await write(workspace, config, text);
    const count = splitDocuments(text).length;
    return {
      status: 'succeeded',
      message: `rendered ${count} manifests of ${config.path}`,
    };
  },
});

/** A chart is a directory, or an archive of one. */
async function placeOf(
  workspace: Workspace,
  path: string,
): Promise<{ directory: string; chart: string } | StepOutcome> {
  if ((await workspace.stat(path)) === 'file')
    return {
      directory: posix.dirname(posix.normalize(path)),
      chart: `./${posix.basename(path)}`,
    };
  if ((await workspace.stat(posix.join(path, 'Chart.yaml'))) === undefined)
    return errored(`helm-template: ${path} has no Chart.yaml`, true);
  return { directory: path, chart: '.' };
}

/** Charts on this disk have to be in the workspace; what is elsewhere is fetched only when it is asked for. */
async function prepareCharts(
  context: Context,
  { path, buildDependencies }: HelmTemplateConfig,
): Promise<StepOutcome | undefined> {
  const { workspace } = context;
  const charts = await localCharts(workspace, path);
  for (const chart of charts) await workspace.materialize(chart.path);
  if (!buildDependencies) return undefined;
  const dependencies = charts.flatMap(chart => chart.dependencies);
  const refusal = await dependencyRefusal(context, dependencies);
  if (refusal) return failed(`helm-template: ${refusal}`);
  const lock = await workspace.stat(posix.join(path, 'Chart.lock'));
  await runProgram(context, {
    program: 'helm',
    args: ['dependency', lock ? 'build' : 'update', '.'],
    path,
    network: true,
    chartRepositories: [
      ...new Set(dependencies.map(({ repository }) => repository)),
    ].filter(repository => /^https?:/.test(repository)),
  });
  return undefined;
}

/** @returns a sentence for a file that is missing */
async function valuesArguments(
  workspace: Workspace,
  { valuesFiles = [], ignoreMissingValueFiles }: HelmTemplateConfig,
  directory: string,
): Promise<string[] | string> {
  const args: string[] = [];
  for (const file of valuesFiles) {
    if ((await workspace.stat(file)) === undefined) {
      if (ignoreMissingValueFiles) continue;
      return `there is no file ${file}; set ignoreMissingValueFiles to go on without it`;
    }
    // on disk, and seen to be in the workspace
    await workspace.readBytes(file);
    const path = posix.relative(
      posix.normalize(directory),
      posix.normalize(file),
    );
    args.push(`--values=${path}`);
  }
  return args;
}

function flags(config: HelmTemplateConfig): string[] {
  const { setValues = [], apiVersions = [], namespace, kubeVersion } = config;
  const set = setValues.map(
    ({ key, value, literal }) =>
      `${literal ? '--set-literal' : '--set'}=${key}=${value}`,
  );
  return [
    ...set,
    ...(namespace ? [`--namespace=${namespace}`] : []),
    ...(kubeVersion ? [`--kube-version=${kubeVersion}`] : []),
    ...apiVersions.map(version => `--api-versions=${version}`),
    ...(config.includeCRDs ? ['--include-crds'] : []),
    ...(config.disableHooks ? ['--no-hooks'] : []),
    ...(config.skipTests ? ['--skip-tests'] : []),
  ];
}

async function write(
  workspace: Workspace,
  config: HelmTemplateConfig,
  text: string,
): Promise<void> {
  const { outPath, outLayout, useReleaseName, releaseName } = config;
  if (isManifestFile(outPath)) {
    await workspace.writeText(outPath, text);
    return;
  }
  const files = splitSources(text, {
    layout: outLayout ?? 'helm',
    releaseName: useReleaseName ? releaseName : undefined,
  });
  for (const [name, content] of files)
    await workspace.writeText(posix.join(outPath, name), content);
}
