import { ApprovalRule } from '../../../model/definition';
import { ApprovalRow, DelegationRow } from '../../../model/rows';
import { ApprovalFacts } from '../voices';

export const NOW = Date.UTC(2026, 0, 10, 12);
const HOUR = 3_600_000;
export const MANAGERS = 'group:default/managers';
export const ON_CALL = 'group:default/on-call';

export const user = (name: string) => `user:default/${name}`;

export const ruleOf = (change: Partial<ApprovalRule> = {}): ApprovalRule => ({
  needs: [{ count: 1, from: MANAGERS }],
  excludeRequester: false,
  reasonRequired: false,
  source: 'author',
  ...change,
});

/** An approval of a manager one hour ago. */
export const approvalOf = (
  name: string,
  change: Partial<ApprovalRow> = {},
): ApprovalRow => ({
  project: 'web',
  promotion: 'p',
  actor: user(name),
  ownership: [user(name), MANAGERS],
  digest: 'd',
  decision: 'approved',
  at: new Date(NOW - HOUR).toISOString(),
  version: 1,
  ...change,
});

export const factsWith = (
  change: Partial<ApprovalFacts> = {},
): ApprovalFacts => ({
  rules: [ruleOf()],
  approvals: [],
  requester: user('rita'),
  digest: 'd',
  owners: ['group:default/web'],
  now: NOW,
  ...change,
});

/** Of a manager, from an hour ago to an hour from now. */
export const delegationOf = (
  delegator: string,
  delegate: string,
  change: Partial<DelegationRow> = {},
): DelegationRow => ({
  project: '*',
  id: `${delegator}-${delegate}`,
  delegator: user(delegator),
  delegate: user(delegate),
  ownership: [user(delegator), MANAGERS],
  from: new Date(NOW - HOUR).toISOString(),
  until: new Date(NOW + HOUR).toISOString(),
  reason: 'away',
  version: 1,
  ...change,
});
