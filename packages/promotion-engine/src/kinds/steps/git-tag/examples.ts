import {
  EXAMPLE_COMMIT,
  EXAMPLE_START,
  StepExample,
} from '../../../registry/step';

const files = { 'src/values.yaml': 'tag: 1\n' };
const config = { path: './src', tag: 'v1.0.0', message: 'Release 1.0.0' };

export const gitTagExamples: StepExample[] = [
  {
    title: 'tags what was checked out',
    config,
    files,
    output: { commit: EXAMPLE_START },
  },
  {
    title: 'tags the commit that was made',
    config,
    files,
    earlier: [
      { uses: 'file-write', config: { path: './src/new', contents: 'new\n' } },
      { uses: 'git-commit', config: { path: './src', message: 'Add it' } },
    ],
    after: { 'src/new': 'new\n' },
    output: { commit: EXAMPLE_COMMIT },
  },
  {
    title: 'does not take a name twice',
    config: { ...config, path: 'src' },
    files,
    earlier: [{ uses: 'git-tag', config }],
    status: 'failed',
    message: 'has a tag v1.0.0 already: choose another name, or set force',
  },
  {
    title: 'refuses a name that no tag can have',
    config: { ...config, tag: 'v1..0' },
    files,
    status: 'failed',
    message: '"v1..0" is not a possible tag name',
  },
];
