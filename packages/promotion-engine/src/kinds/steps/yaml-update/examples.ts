import { StepExample } from '../../../registry/step';

const files = {
  'src/values.yaml':
    '# kept\nimage:\n  tag: "1.0.0" # and this\nhosts: [a, b]\n',
};

export const yamlUpdateExamples: StepExample[] = [
  {
    title: 'sets scalars, and leaves comments and quotes as they are',
    config: {
      path: './src/values.yaml',
      updates: [
        { key: 'image.tag', value: '1.1.0' },
        { key: 'hosts.1', value: 'c' },
      ],
    },
    files,
    after: {
      'src/values.yaml':
        '# kept\nimage:\n  tag: "1.1.0" # and this\nhosts: [a, c]\n',
    },
    output: {
      commitMessage:
        'Updated ./src/values.yaml\n\n- image.tag: "1.1.0"\n- hosts.1: "c"',
    },
  },
  {
    title: 'writes files that are not tracked too',
    config: { path: 'out.yaml', updates: [{ key: 'a', value: 2 }] },
    files: { 'out.yaml': 'a: 1\n' },
    after: { 'out.yaml': 'a: 2\n' },
  },
  {
    title: 'refuses a key that is not there, and writes nothing',
    config: {
      path: './src/values.yaml',
      updates: [
        { key: 'image.tag', value: '1.1.0' },
        { key: 'hosts.2', value: 'c' },
      ],
    },
    files,
    status: 'failed',
    message: './src/values.yaml: the key hosts.2 is not in the file',
  },
];
