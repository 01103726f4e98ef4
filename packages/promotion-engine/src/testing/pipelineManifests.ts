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
  /** Stage to rule, as in `stevedore.dev/rollback-approvals`. */
  rollbackApprovals?: Record<string, string>;
  /** Further documents. */
  documents?: string[];
  /** Stage to further annotations, each as `name: "value"` in one line. */
  annotations?: Record<string, string[]>;
  /** `autoRollback` of a stage's policy, as YAML in one line. */
  rollback?: Record<string, string>;
  /** Stages that a web check verifies, once: `http://localhost:1/<stage>` answers `{"ok": true}`. */
  verified?: string[];
  /** As Kargo writes durations; default `5m`. */
  interval?: string;
}

/** Manifests of the project `web`: one warehouse, and stages that each write a values file of one repository. */
export function pipelineManifests(
  url: string,
  options: PipelineOptions,
): string {
  const { stages, windows = [], image = 'localhost:1/web' } = options;
  const policies = stages
    .map(stage => policyOf(stage, options))
    .filter(Boolean)
    .join(', ');
  return [
    'apiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: web}\n',
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: ProjectConfig\nmetadata: {name: web, namespace: web}\nspec: {promotionPolicies: [${policies}], promotionWindows: [${windows.join(
      ', ',
    )}]}\n`,
    `apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\nmetadata: {name: web, namespace: web}\nspec: {interval: ${
      options.interval ?? '5m'
    }, subscriptions: [{image: {repoURL: "${image}"}}]}\n`,
    ...(options.verified ? [CHECK] : []),
    ...stages.map((_, index) => stageManifest(url, options, index)),
    ...(options.documents ?? []),
  ].join('---\n');
}

const CHECK = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: smoke, namespace: web}
spec:
  args: [{name: stage}, {name: version}]
  metrics:
  - {name: answers, successCondition: result.ok == true, provider: {web: {url: "http://localhost:1/{{args.stage}}/{{args.version}}", jsonPath: "{$}"}}}
`;

function policyOf(
  stage: string,
  { auto = [], rollback = {} }: PipelineOptions,
): string {
  const back = rollback[stage] ? `, autoRollback: ${rollback[stage]}` : '';
  return auto.includes(stage) || back
    ? `{stage: ${stage}, autoPromotionEnabled: ${auto.includes(stage)}${back}}`
    : '';
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
  const { rollbackApprovals = {} } = options;
  const said = [
    approvals[stage] && `stevedore.dev/approvals: "${approvals[stage]}"`,
    rollbackApprovals[stage] &&
      `stevedore.dev/rollback-approvals: "${rollbackApprovals[stage]}"`,
    ...(options.annotations?.[stage] ?? []),
  ].filter(Boolean);
  const annotation =
    said.length > 0 ? `\n  annotations: {${said.join(', ')}}` : '';
  const file = options.file ?? `${stage}/values.yaml`;
  const time = `{key: at, value: "\${{ now() }} ${stage}"}`;
  const timed = Array.isArray(options.time)
    ? options.time.includes(stage)
    : options.time ?? true;
  const updates = [
    `{key: tag, value: "\${{ quote(imageFrom('${image}').Tag) }}"}`,
    ...(timed ? [time] : []),
  ];
  const verification = options.verified?.includes(stage)
    ? `\n  verification: {analysisTemplates: [{name: smoke}], args: [{name: stage, value: ${stage}}, {name: version, value: "\${{ quote(imageFrom('${image}').Tag) }}"}]}`
    : '';
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
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${sources}}}]${verification}
  promotionTemplate:
    spec:
      steps:
${steps.map(step => `      - ${step}\n`).join('')}`;
}
