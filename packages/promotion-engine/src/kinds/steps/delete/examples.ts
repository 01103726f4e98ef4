import { StepExample } from '../../../registry/step';

const files = {
  'src/app.yaml': 'kind: App\n',
  'src/build/a.tmp': 'a\n',
  'src/build/deep/b.tmp': 'b\n',
  'src/build/deep/c.yaml': 'kind: C\n',
  'notes.txt': 'untracked\n',
};

export const deleteExamples: StepExample[] = [
  {
    title: 'deletes a directory and a file that is not tracked',
    config: { paths: ['./src/build', './notes.txt', './src/none'] },
    files,
    after: {
      'src/build/a.tmp': null,
      'src/build/deep/b.tmp': null,
      'src/build/deep/c.yaml': null,
      'notes.txt': null,
    },
  },
  {
    title: 'deletes what patterns fit',
    config: { path: './src/**/*.tmp', pathsAreGlobs: true },
    files,
    after: { 'src/build/a.tmp': null, 'src/build/deep/b.tmp': null },
    message: 'deleted 2 paths',
  },
  {
    title:
      'fails where strict is set and nothing is there, and deletes nothing',
    config: { paths: ['./src/app.yaml', './src/none'], strict: true },
    files,
    status: 'failed',
    message: 'there is nothing at ./src/none, and strict is set',
  },
  {
    title: 'does not delete the workspace',
    config: { path: '.' },
    files,
    status: 'failed',
    message: 'The workspace itself cannot be deleted',
  },
];
