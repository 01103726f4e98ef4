export interface PipelineOptions {
  stages: string[];
  /** Stages that promote themselves. */
  auto?: string[];
  /** Stage to rule, as in `stevedore.dev/approvals`. */
  approvals?: Record<string, string>;
  /** One file for all stages, which then stand side by side. Default: `<stage>/values.yaml`. */
  file?: string;
  /** Every stage takes freight from the warehouse; default: each from the stage before it. */
  sideBySide?: boolean;
  /** Default `localhost:1/web`. */
  image?: string;
  /** Write the time into the file too: all stages, or those that are named. Default: all. */
  time?: boolean | string[];
  /** Steps of every stage after the push, each as YAML in one line. */
  more?: string[];
  /** `promotionWindows` of the project, each as YAML in one line. */
  windows?: string[];
  /** As Kargo writes durations; default `5m`. */
  interval?: string;
}

/** Manifests of the project `web`: one warehouse, and stages that each write a values file of one repository. */
export function pipelineManifests(
  url: string,
  options: PipelineOptions,
): string {
  const {
    stages,
    auto = [],
    windows = [],
    image = 'localhost:1/web',
  } = options;
  const policies = auto
    .map(stage => `{stage: ${stage}, autoPromotionEnabled: true}`)
    .join(', ');
  return [
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: web}\n',
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: ProjectConfig\nmetadata: {name: web, namespace: web}\nspec: {promotionPolicies: [${policies}], promotionWindows: [${windows.join(
      ', ',
    )}]}\n`,
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\nmetadata: {name: web, namespace: web}\nspec: {interval: ${
      options.interval ?? '5m'
    }, subscriptions: [{image: {repoURL: "${image}"}}]}\n`,
    ...stages.map((_, index) => stageManifest(url, options, index)),
  ].join('---\n');
}

function stageManifest(
  url: string,
  options: PipelineOptions,
  index: number,
): string {
  const { stages, approvals = {}, image = 'localhost:1/web' } = options;
  const stage = stages[index];
  const direct = index === 0 || options.file || options.sideBySide;
  const sources = direct ? 'direct: true' : `stages: [${stages[index - 1]}]`;
  const annotation = approvals[stage]
    ? `\n  annotations: {stevedore.dev/approvals: "${approvals[stage]}"}`
    : '';
  const file = options.file ?? `${stage}/values.yaml`;
  const time = `{key: at, value: "\${{ now() }} ${stage}"}`;
  const timed = Array.isArray(options.time)
    ? options.time.includes(stage)
    : options.time ?? true;
  const updates = [
    `{key: tag, value: "\${{ quote(imageFrom('${image}').Tag) }}"}`,
    ...(timed ? [time] : []),
  ];
  const steps = [
    `{uses: git-clone, config: {repoURL: "${url}", checkout: [{branch: main, path: ./src}]}}`,
    `{uses: yaml-update, as: update, config: {path: ./src/${file}, updates: [${updates}]}}`,
    '{uses: git-commit, config: {path: ./src, message: "${{ outputs.update.commitMessage }}"}}',
    '{uses: git-push, config: {path: ./src}}',
    ...(options.more ?? []),
  ];
  return `apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata:
  name: ${stage}
  namespace: web${annotation}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${sources}}}]
  promotionTemplate:
    spec:
      steps:
${steps.map(step => `      - ${step}\n`).join('')}`;
}
