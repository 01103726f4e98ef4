import { StepExample } from '../../../registry/step';

const files = {
  'src/app.toml':
    '# kept\n[image]\ntag = "1.0.0" # and this\nports = [80, 81]\n\n[[hosts]]\nname = \'a\'\n',
};

export const tomlUpdateExamples: StepExample[] = [
  {
    title: 'sets scalars, and leaves comments and quotes as they are',
    config: {
      path: './src/app.toml',
      updates: [
        { key: 'image.tag', value: '1.1.0' },
        { key: 'image.ports.1', value: 8080 },
        { key: 'hosts.0.name', value: 'b' },
      ],
    },
    files,
    after: {
      'src/app.toml':
        '# kept\n[image]\ntag = "1.1.0" # and this\nports = [80, 8080]\n\n[[hosts]]\nname = \'b\'\n',
    },
    output: {
      commitMessage:
        'Updated ./src/app.toml\n\n- image.tag: "1.1.0"\n- image.ports.1: 8080\n- hosts.0.name: "b"',
    },
  },
  {
    title: 'refuses a key that is not there',
    config: {
      path: './src/app.toml',
      updates: [{ key: 'image.name', value: 'web' }],
    },
    files,
    status: 'failed',
    message: './src/app.toml: the key image.name is not in the file',
  },
];
