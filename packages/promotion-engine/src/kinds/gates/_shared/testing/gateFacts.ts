import { GateInput } from '../../../../decide/evaluateGates';
import { LockRow } from '../../../../model/calendar';
import { ApprovalRule, Stage } from '../../../../model/definition';
import { FreightReference } from '../../../../model/freight';
import { PromotionRow, StageRow } from '../../../../model/rows';

export const NOW = Date.parse('2026-05-04T12:00:00Z');
export const HOUR = 3_600_000;
export const iso = (moment: number) => new Date(moment).toISOString();

export const origin = { kind: 'Warehouse' as const, name: 'web' };
export const freight: FreightReference = {
  name: 'f'.repeat(40),
  origin,
  commits: [],
  images: [],
  charts: [],
  artifacts: [],
};
export const rule: ApprovalRule = {
  needs: [{ count: 1, from: 'group:default/rm' }],
  excludeRequester: true,
  reasonRequired: false,
  source: 'platform',
};
export const stageWith = (
  change: Partial<Stage> = {},
  soakMs = 0,
): Pick<GateInput, 'stage'> => ({
  stage: {
    name: 'prod',
    labels: {},
    vars: [],
    approvals: [],
    requestedFreight: [
      {
        origin,
        sources: {
          direct: false,
          stages: ['staging'],
          requiredSoakMs: soakMs,
          availabilityStrategy: 'OneOf',
          selectionPolicy: 'NewestFreight',
        },
      },
    ],
    promotionTemplate: {
      vars: [],
      steps: [
        {
          uses: 'git-push',
          config: {},
          vars: [],
          continueOnError: false,
          retry: {},
        },
      ],
    },
    ...change,
  },
});
export const verified = (sinceMs: number) => ({
  freightStages: [
    {
      project: 'web',
      freight: freight.name,
      stage: 'staging',
      since: iso(NOW - sinceMs),
      verifiedAt: iso(NOW - sinceMs),
      version: 1,
    },
  ],
});
export const waived = {
  freightStages: [
    {
      project: 'web',
      freight: freight.name,
      stage: 'prod',
      waived: { at: iso(NOW), actor: 'user:default/rhea', reason: 'urgent' },
      version: 1,
    },
  ],
};
export const promotion = (change: Partial<PromotionRow> = {}) =>
  ({
    name: 'prod.01.fffffff',
    stage: 'prod',
    freight,
    requester: 'user:default/ada',
    requestedAt: iso(NOW),
    automatic: false,
    approvals: [],
    steps: [{ uses: 'git-push' }],
    digest: 'd',
    phase: 'Pending',
    ...change,
  } as PromotionRow);
export const rollback = {
  of: 'prod.00.eeeeeee',
  out: 'e'.repeat(40),
  because: 'person' as const,
  badSince: iso(NOW),
};
export const lock = (change: Partial<LockRow> = {}): LockRow => ({
  project: '*',
  id: '01',
  scope: {},
  blocks: 'all',
  actor: 'user:default/rhea',
  at: iso(NOW),
  reason: 'incident',
  version: 1,
  ...change,
});
export const freeze = (change: object = {}) => ({
  window: {
    name: 'freeze',
    kind: 'Deny' as const,
    dtstart: '20260504T000000Z',
    dtend: '20260505T000000Z',
  },
  selector: {},
  source: 'person' as const,
  by: 'user:default/rhea',
  ...change,
});
export const stageRow = (change: Partial<StageRow> = {}): StageRow => ({
  project: 'web',
  stage: 'prod',
  history: [],
  holds: {},
  version: 1,
  ...change,
});
export const here = {
  id: 'c',
  items: {},
  since: iso(NOW),
  promotion: 'prod.00.eeeeeee',
};
export const checked = { verification: { analysisTemplates: [], args: [] } };
export const steps = (...allow: string[]) => ({
  steps: [{ allow, where: 'stevedore.policies[0].steps' }],
});
export const metric = (phase: 'Failed' | 'Successful', ageMs = 0) => ({
  metrics: [{ template: 'calm', phase, at: iso(NOW - ageMs) }],
});
export const tested = (outcome: 'failed' | 'passed') => ({
  freightRow: {
    tests: {
      e2e: { name: 'e2e', outcome, actor: 'component:ci', at: iso(NOW) },
    },
  },
});

/** Everything is known, and nothing stands in the way. */
export const open = {
  project: {
    name: 'web',
    warehouses: [],
    stages: [],
    promotionPolicies: [],
    analysisTemplates: [],
    tasks: [],
  },
  freight,
  freightRow: {},
  stageRow: stageRow(),
  approvals: [],
  owners: [],
  ahead: [],
  calendar: [],
  locks: [],
  rules: { steps: [] },
  metrics: [],
  ...stageWith(),
  ...verified(2 * HOUR),
} as unknown as GateInput;
