import {
  EXAMPLE_COMMIT,
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
    title: 'begins a branch that is not there',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [{ branch: 'env/dev', path: './out', create: true }],
    },
    repository: { main: { 'values.yaml': 'tag: 1\n' } },
    output: { commits: { './out': EXAMPLE_COMMIT } },
  },
  {
    title: 'takes a branch that is there, also where it might be created',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [{ branch: 'main', path: './out', create: true }],
    },
    repository: { main: { 'values.yaml': 'tag: 1\n' } },
    after: { 'out/values.yaml': 'tag: 1\n' },
    output: { commits: { './out': EXAMPLE_START } },
  },
  {
    title: 'shows only some directories, and the files above them',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [{ path: './out', sparse: ['apps/web'] }],
    },
    repository: {
      main: {
        'README.md': 'all\n',
        'apps/list.yaml': 'apps\n',
        'apps/web/deep/values.yaml': 'tag: 1\n',
        'apps/api/values.yaml': 'tag: 1\n',
        'other/values.yaml': 'tag: 1\n',
      },
    },
    after: {
      'out/README.md': 'all\n',
      'out/apps/list.yaml': 'apps\n',
      'out/apps/web/deep/values.yaml': 'tag: 1\n',
    },
    output: { commits: { './out': EXAMPLE_START } },
  },
  {
    title: 'takes no patterns for sparse',
    config: {
      repoURL: EXAMPLE_REPOSITORY,
      checkout: [{ path: './out', sparse: ['apps/*'] }],
    },
    repository: { main: { 'values.yaml': 'tag: 1\n' } },
    status: 'failed',
    message: 'sparse takes directories and no patterns, and apps/* is one',
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
