import {
  EXAMPLE_COMMIT,
  EXAMPLE_START,
  StepExample,
} from '../../../registry/step';

const files = { 'src/values.yaml': 'tag: 1\n', 'src/other.yaml': 'a: 1\n' };

export const gitCommitExamples: StepExample[] = [
  {
    title: 'commits what earlier steps changed',
    config: { path: './src', message: 'Set the tag' },
    files,
    earlier: [
      {
        uses: 'yaml-update',
        config: {
          path: './src/values.yaml',
          updates: [{ key: 'tag', value: 2 }],
        },
      },
    ],
    after: { 'src/values.yaml': 'tag: 2\n' },
    output: { commit: EXAMPLE_COMMIT },
    message: 'committed ',
  },
  {
    title: 'is skipped where nothing changed, and says which commit is there',
    config: { path: './src', message: 'Set the tag' },
    files,
    status: 'skipped',
    message: 'nothing changed',
    output: { commit: EXAMPLE_START },
  },
];
