import { GateReport } from '../model/gate';
import { Stage } from '../model/definition';
import { FreightStageRow, PromotionRow, StageRow } from '../model/rows';
import { Cell, CellFacts, cellState } from './cellState';

const origin = { kind: 'Warehouse' as const, name: 'web' };
const freight = { name: 'f'.repeat(40), origin };
const sources = {
  direct: true,
  stages: [],
  requiredSoakMs: 0,
  availabilityStrategy: 'OneOf' as const,
  selectionPolicy: 'NewestFreight' as const,
};
const stage: Stage = {
  name: 'prod',
  labels: {},
  vars: [],
  approvals: [],
  requestedFreight: [{ origin, sources }],
  promotionTemplate: { vars: [], steps: [] },
};
const openReport: GateReport = { open: true, verdicts: [] };
const closed = (
  status: 'waiting' | 'blocked' | 'unknown',
  rest: { gate?: string; clearsAt?: string } = {},
): GateReport => {
  const first = {
    gate: 'soak',
    status,
    sentence: 'because',
    evidence: {},
    clearedBy: [],
    ...rest,
  };
  return { open: false, verdicts: [first], first };
};
const promotion = (change: Partial<PromotionRow>) =>
  ({
    name: 'prod.1.fffffff',
    stage: 'prod',
    freight,
    phase: 'Running',
    requester: 'user:default/ada',
    currentStep: 1,
    digest: 'd',
    steps: [{}, {}, {}],
    approvals: [],
    ...change,
  } as unknown as PromotionRow);
const row = (change: Partial<FreightStageRow>): FreightStageRow => ({
  project: 'web',
  freight: freight.name,
  stage: 'prod',
  version: 1,
  ...change,
});
const collection = (name: string) => ({
  id: name,
  items: {
    'Warehouse/web': {
      name,
      origin,
      commits: [],
      images: [],
      charts: [],
      artifacts: [],
    },
  },
  since: 'then',
  promotion: 'p',
});
const stageRow = (change: Partial<StageRow>): StageRow => ({
  project: 'web',
  stage: 'prod',
  history: [],
  holds: {},
  version: 1,
  ...change,
});
const rule = {
  needs: [{ count: 2, from: 'group:default/r' }],
  excludeRequester: true,
  reasonRequired: false,
  source: 'author' as const,
};
const approval = {
  project: 'web',
  promotion: 'prod.1.fffffff',
  actor: 'user:default/ravi',
  ownership: ['group:default/r'],
  digest: 'd',
  decision: 'approved' as const,
  at: 'now',
  version: 1,
};
const verification = (phase: 'Running' | 'Failed') => ({
  id: '1',
  collection: freight.name,
  phase,
  startedAt: 'then',
  actor: 'a',
  message: phase === 'Failed' ? '500' : undefined,
});

const table: [string, Partial<CellFacts>, Partial<Cell>][] = [
  [
    'eligible',
    {},
    { state: 'eligible', mayEnter: true, sentence: 'may enter prod' },
  ],
  [
    'soaking',
    { report: closed('waiting', { clearsAt: 'then' }) },
    {
      state: 'soaking',
      mayEnter: false,
      clearsAt: 'then',
      sentence: 'because',
    },
  ],
  [
    'waiting for something else than time',
    { report: closed('waiting', { gate: 'window', clearsAt: 'then' }) },
    { state: 'blocked', clearsAt: 'then' },
  ],
  [
    'blocked',
    { report: closed('blocked') },
    { state: 'blocked', sentence: 'because' },
  ],
  [
    'unknown never passes',
    { report: closed('unknown') },
    { state: 'blocked', mayEnter: false },
  ],
  [
    'other origin',
    { stage: { ...stage, requestedFreight: [] } },
    { state: 'notOnItsWay', sentence: 'prod takes no freight of web' },
  ],
  [
    'control flow',
    { stage: { ...stage, promotionTemplate: undefined } },
    { state: 'notOnItsWay' },
  ],
  [
    'running',
    { open: promotion({}) },
    { state: 'promoting', count: { done: 2, of: 3 }, mayEnter: false },
  ],
  [
    'asking',
    { open: promotion({ question: { step: 1, text: 'did it?' } }) },
    { state: 'promoting', sentence: 'did it?' },
  ],
  [
    'queued',
    { open: promotion({ phase: 'Pending' }) },
    { state: 'queued', promotion: 'prod.1.fffffff' },
  ],
  [
    'waiting for people',
    {
      open: promotion({ phase: 'Requested', approvals: [rule] }),
      approvals: [approval],
    },
    {
      state: 'waitsForApproval',
      count: { done: 1, of: 2 },
      sentence: 'waits for approval: 1 of 2 from group:default/r',
    },
  ],
  [
    'an approval of an older plan does not count',
    {
      open: promotion({ phase: 'Requested', approvals: [rule] }),
      approvals: [{ ...approval, digest: 'old' }],
    },
    { state: 'waitsForApproval', count: { done: 0, of: 2 } },
  ],
  [
    'here',
    { stageRow: stageRow({ history: [collection(freight.name)] }) },
    { state: 'here', since: 'then', verified: false },
  ],
  [
    'here, verified',
    {
      stageRow: stageRow({ history: [collection(freight.name)] }),
      row: row({ verifiedAt: 'now', since: 'now' }),
    },
    { state: 'here', verified: true, since: 'now' },
  ],
  [
    'here, being verified',
    {
      stageRow: stageRow({
        history: [collection(freight.name)],
        verification: verification('Running'),
      }),
    },
    { state: 'here', sentence: 'is here and being verified' },
  ],
  [
    'here, not good',
    {
      stageRow: stageRow({
        history: [collection(freight.name)],
        verification: verification('Failed'),
      }),
    },
    { state: 'here', sentence: 'is here: 500' },
  ],
  [
    'coming back while here',
    {
      open: promotion({}),
      stageRow: stageRow({ history: [collection(freight.name)] }),
    },
    { state: 'promoting' },
  ],
  [
    'was',
    {
      stageRow: stageRow({
        history: [collection('other'), collection(freight.name)],
      }),
    },
    { state: 'was', mayEnter: true },
  ],
  ['was, long ago', { row: row({ longestSoakMs: 5 }) }, { state: 'was' }],
  [
    'verified',
    { row: row({ verifiedAt: 'now' }) },
    { state: 'verified', mayEnter: true },
  ],
  [
    'a waiver alone is not a visit',
    { row: row({ waived: { at: 'now', actor: 'a', reason: 'r' } }) },
    { state: 'eligible' },
  ],
  [
    'quarantined',
    { quarantine: { at: 'now', actor: 'a', reason: 'leaks' } },
    { state: 'quarantined', sentence: 'quarantined by a: leaks' },
  ],
  [
    'quarantined while here',
    {
      quarantine: { at: 'now', actor: 'a', reason: 'leaks' },
      row: row({ verifiedAt: 'now', since: 'then' }),
      stageRow: stageRow({ history: [collection(freight.name)] }),
    },
    {
      state: 'quarantined',
      sentence: 'is here, but quarantined by a: leaks',
      since: 'then',
      verified: true,
    },
  ],
  [
    'what happened stays so when it is quarantined later',
    {
      quarantine: { at: 'now', actor: 'a', reason: 'leaks' },
      row: row({ verifiedAt: 'now' }),
    },
    { state: 'verified' },
  ],
  [
    'failed',
    { ended: { name: 'p', phase: 'Failed', message: 'no such file' } },
    { state: 'failed', sentence: 'no such file', promotion: 'p' },
  ],
  [
    'aborted is not failed',
    { ended: { name: 'p', phase: 'Aborted' } },
    { state: 'eligible' },
  ],
];

it.each(table)('%s', (_, change, expected) => {
  expect(
    cellState({
      stage,
      freight,
      approvals: [],
      owners: [],
      now: 0,
      report: openReport,
      ...change,
    }),
  ).toMatchObject(expected);
});
