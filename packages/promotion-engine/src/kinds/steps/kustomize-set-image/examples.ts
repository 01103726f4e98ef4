import { StepExample } from '../../../registry/step';

const kustomization =
  'resources: [../base]\nimages:\n- name: ghcr.io/acme/web\n  newTag: 1.0.0\n';

export const kustomizeSetImageExamples: StepExample[] = [
  {
    title: 'sets the images of the freight',
    config: { path: './src/dev' },
    files: { 'src/dev/kustomization.yaml': kustomization },
    after: {
      'src/dev/kustomization.yaml': kustomization.replace('1.0.0', '1.1.0'),
    },
    output: {
      commitMessage:
        'Updated ./src/dev to use new image\n\n- ghcr.io/acme/web:1.1.0',
    },
  },
  {
    title: 'sets the images that it is told',
    config: {
      path: './src/dev',
      images: [{ image: 'ghcr.io/acme/web', tag: '2.0.0' }],
    },
    files: { 'src/dev/kustomization.yaml': kustomization },
    after: {
      'src/dev/kustomization.yaml': kustomization.replace('1.0.0', '2.0.0'),
    },
  },
  {
    title: 'fails where there is no kustomization',
    config: { path: './src' },
    files: { 'src/values.yaml': 'tag: 1\n' },
    status: 'failed',
    message: './src has no kustomization.yaml',
  },
];
