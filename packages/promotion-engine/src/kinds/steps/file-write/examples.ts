import { StepExample } from '../../../registry/step';

const files = { 'src/version.txt': '1.0.0\n' };

export const fileWriteExamples: StepExample[] = [
  {
    title: 'writes a file, with the directories it needs',
    config: { path: './src/deep/version.txt', contents: '1.1.0\n' },
    files,
    after: { 'src/deep/version.txt': '1.1.0\n' },
  },
  {
    title: 'replaces a file when told to',
    config: { path: './src/version.txt', contents: '', overwrite: true },
    files,
    after: { 'src/version.txt': '' },
  },
  {
    title: 'leaves a file that is there',
    config: { path: './src/version.txt', contents: '1.1.0\n' },
    files,
    status: 'failed',
    message: './src/version.txt is there already; set overwrite to replace it',
  },
  {
    title: 'makes no executable',
    config: { path: './run.sh', contents: 'true\n', permissions: '0755' },
    status: 'failed',
    message: 'the permissions 0755 would make an executable',
  },
  {
    title: 'touches no .git',
    config: { path: './src/.Git/config', contents: '' },
    files,
    status: 'failed',
    message: 'touches a ".git", which no step may do',
  },
];
