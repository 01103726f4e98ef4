import { StepExample } from '../../../registry/step';

const files = {
  'src/chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'src/chart/values.yaml': 'replicas: 2\n',
  'src/chart/templates/service.yaml':
    'kind: Service\napiVersion: v1\nmetadata:\n  name: {{ .Release.Name }}\n',
  'src/chart/templates/deployment.yaml':
    'kind: Deployment\napiVersion: apps/v1\nspec:\n  replicas: {{ .Values.replicas }}\n',
  'src/values/dev.yaml': 'replicas: 1\n',
};
const service =
  '# Source: web/templates/service.yaml\nkind: Service\napiVersion: v1\nmetadata:\n  name: web\n';
const deployment = (replicas: number) =>
  `# Source: web/templates/deployment.yaml\nkind: Deployment\napiVersion: apps/v1\nspec:\n  replicas: ${replicas}\n`;
const prints = (replicas = 2) => `---\n${service}---\n${deployment(replicas)}`;
const config = { path: './src/chart', releaseName: 'web' };

export const helmTemplateExamples: StepExample[] = [
  {
    title: 'renders a chart to a directory',
    config: {
      ...config,
      outPath: './out',
      namespace: 'dev',
      valuesFiles: ['./src/values/dev.yaml'],
      setValues: [{ key: 'image.tag', value: '1.1.0' }],
      includeCRDs: true,
    },
    files,
    programs: [
      {
        program: 'helm',
        args: [
          'template',
          '--values=../values/dev.yaml',
          '--set=image.tag=1.1.0',
          '--namespace=dev',
          '--include-crds',
          '--',
          'web',
          '.',
        ],
        prints: prints(1),
      },
    ],
    after: {
      'out/web/templates/service.yaml': `---\n${service}`,
      'out/web/templates/deployment.yaml': `---\n${deployment(1)}`,
    },
    message: 'rendered 2 manifests of ./src/chart',
  },
  {
    title: 'renders to one file, without values that are not there',
    config: {
      ...config,
      outPath: './src/rendered.yaml',
      valuesFiles: ['./src/values/none.yaml'],
      ignoreMissingValueFiles: true,
    },
    files,
    programs: [
      {
        program: 'helm',
        args: ['template', '--', 'web', '.'],
        prints: prints(),
      },
    ],
    after: { 'src/rendered.yaml': prints() },
  },
  {
    title: 'renders without directories',
    config: { ...config, outPath: './out', outLayout: 'flat' },
    files,
    programs: [
      {
        program: 'helm',
        args: ['template', '--', 'web', '.'],
        prints: prints(),
      },
    ],
    after: {
      'out/service.yaml': `---\n${service}`,
      'out/deployment.yaml': `---\n${deployment(2)}`,
    },
  },
  {
    title: 'fetches what the chart depends on',
    config: { ...config, outPath: './out.yaml', buildDependencies: true },
    files: {
      ...files,
      'src/chart/Chart.yaml':
        'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: db\n  version: 1.0.0\n  repository: https://charts.example\n',
    },
    programs: [
      { program: 'helm', args: ['dependency', 'update', '.'], prints: '' },
      {
        program: 'helm',
        args: ['template', '--', 'web', '.'],
        prints: prints(),
      },
    ],
    after: { 'out.yaml': prints() },
  },
  {
    title: 'does not leave the workspace for a dependency',
    config: { ...config, outPath: './out' },
    files: {
      'src/chart/Chart.yaml':
        'name: web\nversion: 1.0.0\ndependencies:\n- name: db\n  version: 1.0.0\n  repository: file://../../../other\n',
    },
    status: 'failed',
    message: '"../other/Chart.yaml" leaves the workspace',
  },
  {
    title: 'names a file of values that is missing',
    config: { ...config, outPath: './out', valuesFiles: ['./src/none.yaml'] },
    files,
    status: 'failed',
    message:
      'there is no file ./src/none.yaml; set ignoreMissingValueFiles to go on without it',
  },
  {
    title: 'fails where there is no chart',
    config: { ...config, path: './src', outPath: './out' },
    files,
    status: 'failed',
    message: './src has no Chart.yaml',
  },
];
