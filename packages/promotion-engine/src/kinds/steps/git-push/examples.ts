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
    title: 'makes another branch of it',
    config: { path: './src', targetBranch: 'env/dev' },
    files,
    earlier,
    after: { 'src/values.yaml': 'tag: 2\n' },
    output: { branch: 'env/dev', commit: EXAMPLE_COMMIT },
  },
  {
    title: 'pushes a tag, and the commit with it',
    config: { path: 'src', tag: 'v2.0.0' },
    files,
    earlier: [
      ...earlier,
      {
        uses: 'git-tag',
        config: { path: './src', tag: 'v2.0.0', message: 'Release 2.0.0' },
      },
    ],
    after: { 'src/values.yaml': 'tag: 2\n' },
    output: { tag: 'v2.0.0', commit: EXAMPLE_COMMIT },
  },
  {
    title: 'fails where nobody made the tag',
    config: { path: './src', tag: 'v2.0.0' },
    files,
    status: 'failed',
    message:
      'no step before made the tag v2.0.0 in ./src; make it with git-tag',
  },
  {
    title: 'overwrites only branches of the promotion',
    config: { path: './src', force: true },
    files,
    earlier,
    after: { 'src/values.yaml': 'tag: 2\n' },
    status: 'failed',
    message: 'force is allowed only with generateTargetBranch',
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
