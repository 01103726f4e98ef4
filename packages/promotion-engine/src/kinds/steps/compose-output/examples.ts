import { StepExample } from '../../../registry/step';

export const composeOutputExamples: StepExample[] = [
  {
    title: 'gives every key as an output',
    config: { version: '1.1.0', links: [{ url: 'https://example.org' }] },
    output: { version: '1.1.0', links: [{ url: 'https://example.org' }] },
  },
  {
    title: 'gives nothing for nothing',
    config: {},
    output: {},
  },
];
