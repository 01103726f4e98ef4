import { StepExample } from '../../../registry/step';
import { ustar } from '../_shared/ustar';

const files = {
  'src/app/run.sh': 'true\n',
  'src/app/notes.md': 'left out\n',
  'src/app/conf/a.yaml': 'a: 1\n',
};
/** The moment at which the examples run. */
const mtime = Date.UTC(2026, 0, 1) / 1000;

export const tarExamples: StepExample[] = [
  {
    title: 'packs what is in a directory, without what is ignored',
    config: { inPath: './src/app', outPath: './app.tar', ignore: '*.md' },
    files,
    after: {
      'app.tar': ustar([
        { name: 'conf/', type: '5', mode: 0o755, mtime },
        { name: 'conf/a.yaml', content: 'a: 1\n', mtime },
        { name: 'run.sh', content: 'true\n', mtime },
      ]).toString(),
    },
    message: 'packed 2 files into ./app.tar',
  },
  {
    title: 'fails where there is nothing to pack',
    config: { inPath: './src/none', outPath: './app.tar' },
    files,
    status: 'failed',
    message: 'tar: there is no ./src/none',
  },
];
