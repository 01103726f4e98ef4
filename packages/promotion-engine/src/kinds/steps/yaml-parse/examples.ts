import { StepExample } from '../../../registry/step';

export const yamlParseExamples: StepExample[] = [
  {
    title: 'makes outputs by expressions over the document',
    config: {
      path: './src/app.yaml',
      outputs: [
        { name: 'version', fromExpression: 'version' },
        { name: 'highest', fromExpression: 'max(ports)' },
        { name: 'isNew', fromExpression: '"edition" in $env' },
      ],
    },
    files: { 'src/app.yaml': 'version: "1.2.3"\nports:\n  - 80\n  - 8080\n' },
    output: { version: '1.2.3', highest: 8080, isNew: false },
  },
  {
    title: 'reaches a document that is a list by $env',
    config: {
      path: 'apps.yaml',
      outputs: [{ name: 'first', fromExpression: '$env[0].name' }],
    },
    files: { 'apps.yaml': '- name: web\n' },
    output: { first: 'web' },
  },
  {
    title: 'names what is missing',
    config: {
      path: './src/app.yaml',
      outputs: [{ name: 'version', fromExpression: 'edition' }],
    },
    files: { 'src/app.yaml': 'version: "1.2.3"\nports:\n  - 80\n  - 8080\n' },
    status: 'failed',
    message:
      './src/app.yaml: output version: there is no "edition" in the file',
  },
  {
    title: 'says that a file is no YAML',
    config: {
      path: './src/app.yaml',
      outputs: [{ name: 'version', fromExpression: 'version' }],
    },
    files: { 'src/app.yaml': 'version: [1\n' },
    status: 'failed',
    message: './src/app.yaml: the file cannot be read as YAML: ',
  },
];
