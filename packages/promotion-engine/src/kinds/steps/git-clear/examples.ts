import { StepExample } from '../../../registry/step';

export const gitClearExamples: StepExample[] = [
  {
    title: 'deletes every tracked file',
    config: { path: './src' },
    files: {
      'src/app.yaml': 'kind: App\n',
      'src/old/service.yaml': 'kind: Service\n',
      'notes.txt': 'in the workspace, and in no checkout\n',
    },
    after: { 'src/app.yaml': null, 'src/old/service.yaml': null },
  },
  {
    title: 'makes room for what is rendered anew',
    config: { path: './src' },
    files: { 'src/app.yaml': 'kind: App\n', 'src/gone.yaml': 'kind: Gone\n' },
    earlier: [
      {
        uses: 'copy',
        config: { inPath: './src/app.yaml', outPath: './rendered/app.yaml' },
      },
    ],
    after: {
      'rendered/app.yaml': 'kind: App\n',
      'src/app.yaml': null,
      'src/gone.yaml': null,
    },
  },
  {
    title: 'fails where nothing was checked out',
    config: { path: './other' },
    files: { 'src/app.yaml': 'kind: App\n', 'other/a.txt': 'a\n' },
    status: 'failed',
    message: '"./other" is not in a checkout',
  },
];
