import { StepExample } from '../../../registry/step';

const mediaType = 'application/vnd.acme.config.v1+yaml';
const artifacts = {
  'ghcr.io/acme/config:1.1.0': {
    digest: `sha256:${'a'.repeat(64)}`,
    layers: [
      { mediaType: 'text/markdown', text: '# Read me\n' },
      { mediaType, text: 'replicas: 2\n' },
    ],
  },
};

export const ociDownloadExamples: StepExample[] = [
  {
    title: 'downloads the first layer',
    config: { imageRef: 'ghcr.io/acme/config:1.1.0', outPath: './README.md' },
    artifacts,
    after: { 'README.md': '# Read me\n' },
  },
  {
    title: 'downloads the layer of a type, by the digest of its artifact',
    config: {
      imageRef: `oci://ghcr.io/acme/config@sha256:${'a'.repeat(64)}`,
      outPath: './src/values.yaml',
      mediaType,
      allowOverwrite: true,
    },
    files: { 'src/values.yaml': 'replicas: 1\n' },
    artifacts,
    after: { 'src/values.yaml': 'replicas: 2\n' },
    message: 'downloaded 12 bytes to ./src/values.yaml',
  },
  {
    title: 'does not overwrite a file unless it is told to',
    config: { imageRef: 'ghcr.io/acme/config:1.1.0', outPath: './src/a.yaml' },
    files: { 'src/a.yaml': 'mine\n' },
    artifacts,
    status: 'failed',
    message: 'there is a file ./src/a.yaml already; set allowOverwrite',
  },
  {
    title: 'names what is missing',
    config: { imageRef: 'ghcr.io/acme/config:2.0.0', outPath: './a.yaml' },
    artifacts,
    status: 'failed',
    message: 'there is no 2.0.0 in repository ghcr.io/acme/config',
  },
];
