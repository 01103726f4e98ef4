import { StepExample } from '../../../registry/step';
import { ustar } from '../_shared/ustar';

const archive = ustar([
  { name: 'app-1.1.0/', type: '5' },
  { name: 'app-1.1.0/a.yaml', content: 'a: 2\n' },
  { name: 'app-1.1.0/notes.md', content: 'left out\n' },
]);

export const untarExamples: StepExample[] = [
  {
    title: 'unpacks over what is there',
    config: {
      inPath: './app.tar',
      outPath: './src/app',
      stripComponents: 1,
      ignore: '*.md',
    },
    files: { 'app.tar': archive, 'src/app/a.yaml': 'a: 1\n' },
    after: { 'src/app/a.yaml': 'a: 2\n' },
    message: 'unpacked 1 file to ./src/app',
  },
  {
    title: 'skips entries that would leave the directory',
    config: { inPath: './bad.tar', outPath: './out' },
    files: {
      'bad.tar': ustar([
        { name: '../x', content: 'x' },
        { name: 'good', content: 'y' },
        { name: 'link', type: '2', link: '/etc/passwd' },
      ]),
    },
    after: { 'out/good': 'y' },
    message: 'unpacked 1 file to ./out, skipped 2 entries',
  },
  {
    title: 'unpacks what tar packed',
    earlier: [
      {
        uses: 'tar',
        config: { inPath: './src/app', outPath: './src/app.tgz', gzip: true },
      },
    ],
    config: { inPath: './src/app.tgz', outPath: './copy' },
    files: { 'src/app/deep/a.yaml': 'a: 1\n', 'src/.gitignore': '*.tgz\n' },
    after: { 'copy/deep/a.yaml': 'a: 1\n' },
  },
  {
    title: 'says that a file is no archive',
    config: { inPath: './app.tar', outPath: './out' },
    files: { 'app.tar': 'no archive'.repeat(100) },
    status: 'failed',
    message: 'the archive cannot be read: ',
  },
];
