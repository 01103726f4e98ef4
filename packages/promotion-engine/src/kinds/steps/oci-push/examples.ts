import { StepExample } from '../../../registry/step';

const digest = `sha256:${'a'.repeat(64)}`;
const artifacts = {
  'ghcr.io/acme/web:1.1.0': {
    digest,
    layers: [{ mediaType: 'application/octet-stream', text: 'layer' }],
  },
};

export const ociPushExamples: StepExample[] = [
  {
    title: 'gives an image another tag',
    config: {
      srcRef: 'ghcr.io/acme/web:1.1.0',
      destRef: 'ghcr.io/acme/web:stable',
    },
    artifacts,
    output: { image: 'ghcr.io/acme/web:stable', digest, tag: 'stable' },
  },
  {
    title: 'copies a chart to another registry',
    config: {
      srcRef: `oci://ghcr.io/acme/web@${digest}`,
      destRef: 'oci://registry.example:5000/prod/web:1.1.0',
    },
    artifacts,
    output: {
      image: 'registry.example:5000/prod/web:1.1.0',
      digest,
      tag: '1.1.0',
    },
  },
  {
    title: 'annotates the copy, which gives it a digest of its own',
    config: {
      srcRef: 'ghcr.io/acme/web:1.1.0',
      destRef: 'ghcr.io/acme/web:stable',
      annotations: { 'example.com/promoted-by': 'dev' },
    },
    artifacts,
    output: {
      image: 'ghcr.io/acme/web:stable',
      digest: `sha256:${'f'.repeat(64)}`,
      tag: 'stable',
    },
  },
  {
    title: 'names what is missing',
    config: {
      srcRef: 'ghcr.io/acme/web:2.0.0',
      destRef: 'ghcr.io/acme/web:stable',
    },
    artifacts,
    status: 'failed',
    message: 'there is no ghcr.io/acme/web:2.0.0',
  },
];
