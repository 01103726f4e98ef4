import { StepExample } from '../../../registry/step';

const url = 'https://files.example/releases/app.yaml';
const bytes = Buffer.from('kind: App\n');

export const httpDownloadExamples: StepExample[] = [
  {
    title: 'downloads a file',
    config: {
      url,
      outPath: './src/vendor/app.yaml',
      queryParams: [{ name: 'version', value: '1.1.0' }],
      headers: [{ name: 'Authorization', value: 'Bearer abc' }],
    },
    files: { 'src/README.md': 'readme\n' },
    http: [
      {
        request: {
          method: 'GET',
          url: `${url}?version=1.1.0`,
          headers: { authorization: 'Bearer abc' },
        },
        response: { status: 200, headers: {}, body: '', bytes },
      },
    ],
    after: { 'src/vendor/app.yaml': 'kind: App\n' },
    message: 'downloaded 10 bytes to ./src/vendor/app.yaml',
  },
  {
    title: 'follows where the address leads',
    config: { url, outPath: './app.yaml', timeout: '1m' },
    http: [
      {
        request: { url, timeoutMs: 60_000 },
        response: {
          status: 302,
          headers: { location: 'https://cdn.example/abc' },
          body: '',
        },
      },
      {
        request: { url: 'https://cdn.example/abc' },
        response: { status: 200, headers: {}, body: '', bytes },
      },
    ],
    after: { 'app.yaml': 'kind: App\n' },
  },
  {
    title: 'does not overwrite a file unless it is told to',
    config: { url, outPath: './src/app.yaml' },
    files: { 'src/app.yaml': 'mine\n' },
    status: 'failed',
    message: 'there is a file ./src/app.yaml already; set allowOverwrite',
  },
  {
    title: 'errs where there is nothing to download',
    config: { url, outPath: './app.yaml' },
    http: [
      { request: { url }, response: { status: 404, headers: {}, body: '' } },
    ],
    status: 'failed',
    message: `GET ${url}: 404`,
  },
  {
    title: 'does not leave the workspace',
    config: { url, outPath: '../app.yaml' },
    status: 'failed',
    message: '"../app.yaml" leaves the workspace',
  },
];
