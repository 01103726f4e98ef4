import { StepExample } from '../../../registry/step';

const lead = {
  actor: 'user:default/ada',
  at: '2026-01-01T09:00:00.000Z',
  action: 'approve' as const,
  message: 'looks good',
  matches: [0],
};

export const waitForApprovalExamples: StepExample[] = [
  {
    title: 'waits for anybody who sees the promotion',
    config: {},
    status: 'waiting',
    message: 'waits for approval: 0 of 1 people have approved',
  },
  {
    title: 'waits until somebody of a group has approved, too',
    config: {
      minApprovals: 1,
      approvers: [
        { claim: 'groups', value: 'platform-leads', required: true },
        { role: 'release-manager' },
      ],
    },
    answers: [{ ...lead, matches: [1] }],
    status: 'waiting',
    message:
      '1 of 1 people have approved, and group:default/platform-leads has to',
  },
  {
    title: 'hands on who approved',
    config: {
      approvers: [{ claim: 'groups', value: 'platform-leads', required: true }],
    },
    answers: [lead],
    message: 'approved by user:default/ada',
    output: {
      responses: [
        {
          user: 'user:default/ada',
          action: 'approve',
          time: '2026-01-01T09:00:00.000Z',
          message: 'looks good',
        },
      ],
    },
  },
  {
    title: 'fails when one person rejects',
    config: { minApprovals: 2 },
    answers: [
      lead,
      {
        actor: 'user:default/bob',
        at: '2026-01-01T10:00:00.000Z',
        action: 'reject',
        message: 'too early',
        matches: [],
      },
    ],
    status: 'failed',
    message: 'rejected by user:default/bob: too early',
  },
  {
    title: 'does not wait for whom the portal cannot know',
    config: { approvers: [{ claim: 'department', value: '7' }] },
    status: 'failed',
    message: 'the portal knows no claim department',
  },
];
