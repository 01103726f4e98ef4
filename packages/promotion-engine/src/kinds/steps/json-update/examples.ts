import { StepExample } from '../../../registry/step';

const files = {
  'src/app.json':
    '{\n  "image": {"tag": "1.0.0"}, // the web server\n  "ports": [80]\n}\n',
};

export const jsonUpdateExamples: StepExample[] = [
  {
    title: 'writes values, and adds what is missing; comments and layout stay',
    config: {
      path: './src/app.json',
      updates: [
        { key: 'image.tag', value: '1.1.0' },
        { key: 'ports.-1', value: 8080 },
        { key: 'replicas', value: 3 },
      ],
    },
    files,
    after: {
      'src/app.json':
        '{\n  "image": {"tag": "1.1.0"}, // the web server\n  "ports": [80,8080],\n  "replicas": 3\n}\n',
    },
    output: {
      commitMessage:
        'Updated ./src/app.json\n\n- image.tag: "1.1.0"\n- ports.-1: 8080\n- replicas: 3',
    },
  },
  {
    title: 'replaces every match of a search',
    config: {
      path: './apps.json',
      updates: [{ key: '#(name=="web")#.tag', value: '2' }],
    },
    files: {
      'apps.json': '[{"name": "web", "tag": "1"}, {"name": "api", "tag": "1"}]',
    },
    after: {
      'apps.json': '[{"name": "web", "tag": "2"}, {"name": "api", "tag": "1"}]',
    },
  },
  {
    title: 'refuses a name where a list is, and writes nothing',
    config: {
      path: './src/app.json',
      updates: [
        { key: 'image.tag', value: '1.1.0' },
        { key: 'ports.first', value: 8080 },
      ],
    },
    files,
    status: 'failed',
    message: './src/app.json: ports.first: "first" is no place in a list',
  },
];
