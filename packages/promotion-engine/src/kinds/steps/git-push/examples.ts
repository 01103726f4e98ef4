import {
  EXAMPLE_COMMIT,
  EXAMPLE_START,
  StepExample,
} from '../../../registry/step';

const files = { 'src/values.yaml': 'tag: 1\n' };
const earlier = [
  {
    uses: 'yaml-update',
    config: { path: './src/values.yaml', updates: [{ key: 'tag', value: 2 }] },
  },
  { uses: 'git-commit', config: { path: './src', message: 'Set the tag' } },
];

export const gitPushExamples: StepExample[] = [
  {
    title: 'pushes the commit to the branch it was checked out from',
    config: { path: './src' },
    files,
    earlier,
    after: { 'src/values.yaml': 'tag: 2\n' },
    output: { branch: 'main', commit: EXAMPLE_COMMIT },
  },
  {
    title: 'pushes to a branch of the promotion',
    config: { path: './src', generateTargetBranch: true },
    files,
    earlier,
    after: { 'src/values.yaml': 'tag: 2\n' },
    output: {
      branch: 'kargo/promotion/dev.01kamcwpd0000000000000000.f5f87aa',
      commit: EXAMPLE_COMMIT,
    },
  },
  {
    title: 'is skipped where there is nothing to push',
    config: { path: './src' },
    files,
    status: 'skipped',
    message: 'nothing to push',
    output: { branch: 'main', commit: EXAMPLE_START },
  },
];
