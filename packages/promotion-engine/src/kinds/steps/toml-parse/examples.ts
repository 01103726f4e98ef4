import { StepExample } from '../../../registry/step';

export const tomlParseExamples: StepExample[] = [
  {
    title: 'makes outputs by expressions over the document',
    config: {
      path: './src/app.toml',
      outputs: [
        { name: 'version', fromExpression: 'version' },
        { name: 'highest', fromExpression: 'max(ports)' },
        { name: 'isNew', fromExpression: '"edition" in $env' },
      ],
    },
    files: { 'src/app.toml': 'version = "1.2.3"\nports = [80, 8080]\n' },
    output: { version: '1.2.3', highest: 8080, isNew: false },
  },
  {
    title: 'names what is missing',
    config: {
      path: './src/app.toml',
      outputs: [{ name: 'version', fromExpression: 'edition' }],
    },
    files: { 'src/app.toml': 'version = "1.2.3"\nports = [80, 8080]\n' },
    status: 'failed',
    message:
      './src/app.toml: output version: there is no "edition" in the file',
  },
  {
    title: 'says that a file is no TOML',
    config: {
      path: './src/app.toml',
      outputs: [{ name: 'version', fromExpression: 'version' }],
    },
    files: { 'src/app.toml': 'version = \n' },
    status: 'failed',
    message: './src/app.toml: the file cannot be read as TOML: ',
  },
];
