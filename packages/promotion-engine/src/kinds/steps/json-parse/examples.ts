import { StepExample } from '../../../registry/step';

export const jsonParseExamples: StepExample[] = [
  {
    title: 'makes outputs by expressions over the document',
    config: {
      path: './src/app.json',
      outputs: [
        { name: 'version', fromExpression: 'version' },
        { name: 'highest', fromExpression: 'max(ports)' },
        { name: 'isNew', fromExpression: '"edition" in $env' },
      ],
    },
    files: { 'src/app.json': '{"version": "1.2.3", "ports": [80, 8080]}\n' },
    output: { version: '1.2.3', highest: 8080, isNew: false },
  },
  {
    title: 'reaches a document that is a list by $env',
    config: {
      path: 'apps.json',
      outputs: [{ name: 'first', fromExpression: '$env[0].name' }],
    },
    files: { 'apps.json': '[{"name": "web"}]' },
    output: { first: 'web' },
  },
  {
    title: 'names what is missing',
    config: {
      path: './src/app.json',
      outputs: [{ name: 'version', fromExpression: 'edition' }],
    },
    files: { 'src/app.json': '{"version": "1.2.3", "ports": [80, 8080]}\n' },
    status: 'failed',
    message:
      './src/app.json: output version: there is no "edition" in the file',
  },
  {
    title: 'says that a file is no JSON',
    config: {
      path: './src/app.json',
      outputs: [{ name: 'version', fromExpression: 'version' }],
    },
    files: { 'src/app.json': '{"version": \n' },
    status: 'failed',
    message: './src/app.json: the file cannot be read as JSON: ',
  },
];
