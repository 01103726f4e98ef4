import { StepExample } from '../../../registry/step';

const files = {
  'src/base/kustomization.yaml': 'resources:\n- web.yaml\n- service.yaml\n',
  'src/base/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n',
  'src/base/service.yaml':
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
  'src/dev/kustomization.yaml': 'namespace: dev\nresources:\n- ../base\n',
};
const deployment =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: dev\n';
const service =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: dev\n';
const prints = `${service}---\n${deployment}`;
const inflated =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web-v1.31.0\n';

const generated =
  'apiVersion: v1\ndata:\n  LEVEL: info\n  motd: hello\nkind: ConfigMap\nmetadata:\n  name: web\n';

export const kustomizeBuildExamples: StepExample[] = [
  {
    title: 'renders a file for each resource',
    config: { path: './src/dev', outPath: './out' },
    files,
    programs: [{ program: 'kustomize', args: ['.'], prints }],
    after: {
      'out/dev-deployment-web.yaml': deployment,
      'out/dev-service-web.yaml': service,
    },
    message: 'rendered 2 resources of ./src/dev',
  },
  {
    title: 'renders one file',
    config: { path: 'src/dev', outPath: './src/rendered/dev.yaml' },
    files,
    programs: [{ program: 'kustomize', args: ['.'], prints }],
    after: { 'src/rendered/dev.yaml': prints },
  },
  {
    title: "names files as kustomize's own -o does",
    config: {
      path: './src/dev',
      outPath: './out',
      outputFormat: 'kustomize',
    },
    files,
    programs: [{ program: 'kustomize', args: ['.'], prints }],
    after: {
      'out/apps_v1_deployment_web.yaml': deployment,
      'out/v1_service_web.yaml': service,
    },
  },
  {
    title: 'inflates charts that are in the repository',
    config: {
      path: './src/chart',
      outPath: './out.yaml',
      plugin: { helm: { kubeVersion: '1.31.0', apiVersions: ['a/v1'] } },
    },
    files: {
      'src/chart/kustomization.yaml':
        'helmCharts:\n- name: web\n  releaseName: web\n',
      'src/chart/charts/web/Chart.yaml':
        'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'src/chart/charts/web/values.yaml': '{}\n',
      'src/chart/charts/web/templates/service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}-{{ .Capabilities.KubeVersion }}\n',
    },
    programs: [
      {
        program: 'kustomize',
        args: [
          '.',
          '--enable-helm',
          '--helm-kube-version=1.31.0',
          '--helm-api-versions=a/v1',
        ],
        prints: inflated,
      },
    ],
    after: { 'out.yaml': inflated },
  },
  {
    title: 'takes files from anywhere in the workspace',
    config: { path: './src/dev', outPath: './out.yaml' },
    files: {
      'src/dev/kustomization.yaml':
        'configMapGenerator:\n- name: web\n  files: [motd=../shared/motd.txt]\n  envs: [../../other.env]\ngeneratorOptions: {disableNameSuffixHash: true}\n',
      'src/shared/motd.txt': 'hello',
      'other.env': 'LEVEL=info\n',
    },
    programs: [
      {
        program: 'kustomize',
        args: ['.', '--load-restrictor=LoadRestrictionsNone'],
        prints: generated,
      },
    ],
    after: { 'out.yaml': generated },
  },
  {
    title: 'does not fetch what is elsewhere',
    config: { path: './src/remote', outPath: './out' },
    files: {
      'src/remote/kustomization.yaml':
        'resources:\n- https://github.com/acme/base?ref=v1\n',
    },
    status: 'failed',
    message:
      'src/remote/kustomization.yaml: https://github.com/acme/base?ref=v1 is not in the workspace',
  },
  {
    title: 'does not leave the workspace',
    config: { path: './src/away', outPath: './out' },
    files: {
      'src/away/kustomization.yaml': 'resources:\n- ../../../other/src\n',
    },
    status: 'failed',
    message: '"../other/src" leaves the workspace',
  },
  {
    title: 'fails where there is no kustomization',
    config: { path: './src', outPath: './out' },
    files,
    status: 'failed',
    message: 'src has no kustomization.yaml',
  },
];
