import { StepExample } from '../../../registry/step';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { type: 'string', pattern: '^v?[0-9]+[.][0-9]+[.][0-9]+$' },
    summary: { type: 'string', minLength: 1 },
  },
};

export const getUserInputExamples: StepExample[] = [
  {
    title: 'waits until somebody fills in the form',
    config: {
      display: 'What goes to production?',
      responders: [{ role: 'release-manager' }],
      schema,
    },
    status: 'waiting',
    message: 'waits for input: What goes to production?',
  },
  {
    title: 'hands on what was filled in',
    config: { schema },
    answers: [
      {
        actor: 'user:default/ada',
        at: '2026-01-01T09:00:00.000Z',
        action: 'submit',
        values: { version: 'v1.2.3' },
        matches: [],
      },
    ],
    message: 'filled in by user:default/ada',
    output: {
      values: { version: 'v1.2.3' },
      respondedBy: 'user:default/ada',
      respondedAt: '2026-01-01T09:00:00.000Z',
    },
  },
  {
    title: 'does not wait for whom the portal cannot know',
    config: { schema, responders: [{ claim: 'department', value: '7' }] },
    status: 'failed',
    message: 'the portal knows no claim department',
  },
];
