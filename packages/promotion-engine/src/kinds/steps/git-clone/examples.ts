import {
  EXAMPLE_REPOSITORY,
  EXAMPLE_START,
  StepExample,
} from '../../../registry/step';

export const gitCloneExamples: StepExample[] = [
  {
    title: 'checks out two branches side by side',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [
        { branch: 'main', path: './src' },
        { branch: 'rendered', path: './out', as: 'rendered' },
      ],
    },
    repository: {
      main: { 'values.yaml': 'tag: 1\n' },
      rendered: { 'manifest.yaml': 'kind: Service\n' },
    },
    after: {
      'src/values.yaml': 'tag: 1\n',
      'out/manifest.yaml': 'kind: Service\n',
    },
    output: { commits: { './src': EXAMPLE_START, rendered: EXAMPLE_START } },
  },
  {
    title: 'fails where the branch is missing',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [{ branch: 'gone', path: './src' }],
    },
    repository: { main: { 'values.yaml': 'tag: 1\n' } },
    status: 'failed',
    message: 'gone',
  },
];
