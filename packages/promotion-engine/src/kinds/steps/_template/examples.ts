import { StepExample } from '../../../registry/step';

const files = { 'src/notes.txt': 'first\n', 'src/other.txt': 'kept\n' };

export const templateExamples: StepExample[] = [
  {
    title: 'adds a line to a file',
    config: { path: './src/notes.txt', line: 'second' },
    files,
    after: { 'src/notes.txt': 'first\nsecond\n' },
    output: { lines: 2 },
  },
  {
    title: 'fails where the file is missing, and writes nothing',
    config: { path: './src/nothing.txt', line: 'second' },
    files,
    status: 'failed',
    message: 'there is no file ./src/nothing.txt',
  },
];
