import { StepExample } from '../../../registry/step';

const files = {
  'src/base/app.yaml': 'kind: App\n',
  'src/base/notes.md': 'not for the cluster\n',
  'src/base/deep/config.yaml': 'kind: Config\n',
  'src/out/app.yaml': 'kind: Old\n',
  'src/out/other.yaml': 'kind: Other\n',
};

export const copyExamples: StepExample[] = [
  {
    title: 'copies a directory over another one, without what is ignored',
    config: { inPath: './src/base', outPath: './src/out', ignore: '*.md\n' },
    files,
    after: {
      'src/out/app.yaml': 'kind: App\n',
      'src/out/deep/config.yaml': 'kind: Config\n',
    },
    message: 'copied 2 files from ./src/base to ./src/out',
  },
  {
    title: 'copies a file out of the checkout',
    config: { inPath: './src/base/app.yaml', outPath: './kept/app.yaml' },
    files,
    after: { 'kept/app.yaml': 'kind: App\n' },
  },
  {
    title: 'fails where there is nothing to copy',
    config: { inPath: './src/none', outPath: './out' },
    files,
    status: 'failed',
    message: 'copy: there is no ./src/none',
  },
  {
    title: 'refuses to leave the workspace',
    config: { inPath: './src/base', outPath: '../elsewhere' },
    files,
    status: 'failed',
    message: 'leaves the workspace',
  },
];
