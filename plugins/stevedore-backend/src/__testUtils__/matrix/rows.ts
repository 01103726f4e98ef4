import { sampleFreight } from '@stevedore/promotion-engine/testing';
import { Role } from './roles';

/** One operation, or one way of calling it, and who gets through. */
export interface MatrixRow {
  /** `operationId` of openapi.yaml. */
  operation: string;
  /** Why the same operation has another row. */
  when?: string;
  /** Permissions, for the page. */
  needs: string;
  may: readonly Role[];
  /** Parameters of the path and the query, beside those that are the same for all. */
  at?: Record<string, string>;
  body?: object;
}

const ADMINS: Role[] = ['admin'];
const MANAGERS: Role[] = ['release manager', 'admin'];
const OWNERS: Role[] = ['owner', ...MANAGERS];
const DEVELOPERS: Role[] = ['developer', ...OWNERS];
const PEOPLE: Role[] = ['viewer', ...DEVELOPERS];
const READERS: Role[] = [...PEOPLE, 'other service'];
/** The approval policy names release managers and nobody else, an admin neither. */
const NAMED: Role[] = ['release manager'];

const reason = 'it is so';
const READ = { needs: 'stevedore.pipeline.read', may: READERS };
const CALENDAR = { needs: 'stevedore.platform.read', may: READERS };
const DECIDE = {
  needs: 'stevedore.promotion.approve; the approval policy names the person',
  may: NAMED,
};
const LOCK = { blocks: 'all', reason };
const FREEZE = {
  name: 'freeze',
  kind: 'Deny',
  start: '2026-12-20T00:00:00Z',
  end: '2027-01-04T00:00:00Z',
  reason,
};
const IMPORT = {
  calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  reason,
};
const ORIGIN = { origin: 'Warehouse/web' };
const PLANS = {
  needs: 'stevedore.plan.read, or stevedore.promotion.create',
  may: DEVELOPERS,
};

/** Every operation of openapi.yaml; the matrix's test fails when one is not here. */
export const ROWS: readonly MatrixRow[] = [
  { operation: 'getPipeline', ...READ },
  { operation: 'listFreight', ...READ },
  { operation: 'listPromotions', ...READ },
  { operation: 'getPromotion', ...READ },
  { operation: 'getPromotionLogs', ...READ },
  { operation: 'getWarehouse', ...READ, at: { name: 'web' } },
  { operation: 'getVerification', ...READ },
  { operation: 'getRollback', ...READ },
  { operation: 'getCommits', ...READ, at: { to: sampleFreight(1).name } },
  { operation: 'getDrift', ...READ },
  { operation: 'getRollouts', ...READ },
  { operation: 'getHistory', ...READ },
  { operation: 'verifyLedger', ...READ, at: { project: 'shop' } },
  { operation: 'whatIf', ...READ, at: { freight: 'a' } },
  {
    operation: 'listPipelines',
    needs: 'nothing; it lists what the caller may read',
    may: READERS,
  },
  { operation: 'listUnmapped', ...CALENDAR },
  {
    operation: 'getWaiting',
    needs: 'nothing; it shows what waits for the caller',
    may: READERS,
  },
  {
    operation: 'getLedger',
    needs: 'stevedore.plan.read',
    may: [...DEVELOPERS, 'other service'],
  },
  {
    operation: 'planPromotion',
    ...PLANS,
    body: { stage: 'dev', freight: 'a' },
  },
  {
    operation: 'planPromotion',
    when: 'with `rollback`',
    needs: 'stevedore.plan.read, or stevedore.stage.rollback',
    may: DEVELOPERS,
    body: { stage: 'dev', freight: 'a', rollback: true },
  },
  {
    operation: 'requestPromotion',
    needs: 'stevedore.promotion.create',
    may: DEVELOPERS,
    body: { stage: 'dev', freight: 'a' },
  },
  {
    operation: 'requestTargets',
    needs: 'stevedore.promotion.create',
    may: DEVELOPERS,
    body: { freight: 'a' },
  },
  { operation: 'approvePromotion', ...DECIDE, body: { digest: 'd' } },
  { operation: 'rejectPromotion', ...DECIDE, body: { digest: 'd' } },
  { operation: 'withdrawDecision', ...DECIDE, body: {} },
  {
    operation: 'breakGlass',
    needs:
      'stevedore.promotion.break-glass; the approval policy names the person',
    may: NAMED,
    at: { name: 'GLASS' },
    body: { digest: 'd', reason },
  },
  {
    operation: 'closeReview',
    needs: 'stevedore.promotion.review; the approval policy names the person',
    may: ['owner'],
    body: { reason },
  },
  {
    operation: 'answerStep',
    needs: 'stevedore.promotion.respond; the step names the person',
    may: DEVELOPERS,
    at: { name: 'ASKS', step: '0' },
    body: { action: 'approve' },
  },
  {
    operation: 'getDelegations',
    needs: 'nothing; they are those of the caller',
    may: READERS,
  },
  {
    operation: 'delegate',
    needs: 'nothing; it passes on no more than the caller has',
    may: PEOPLE,
    body: { delegate: 'user:default/ravi', until: '2027-01-01', reason },
  },
  {
    operation: 'endDelegation',
    needs: 'nothing; it is one of the caller',
    may: PEOPLE,
    at: { id: 'd1' },
    body: {},
  },
  {
    operation: 'abortPromotion',
    needs: 'stevedore.promotion.abort',
    may: DEVELOPERS,
    body: {},
  },
  {
    operation: 'retryPromotion',
    needs:
      'stevedore.promotion.retry; once it has ended what a request takes, too',
    may: DEVELOPERS,
    body: {},
  },
  {
    operation: 'createFreight',
    needs: 'stevedore.freight.create',
    may: DEVELOPERS,
    body: { warehouse: 'web' },
  },
  {
    operation: 'changeAlias',
    needs: 'stevedore.freight.update',
    may: DEVELOPERS,
    body: { alias: 'b' },
  },
  {
    operation: 'waiveFreight',
    needs: 'stevedore.freight.waive',
    may: MANAGERS,
    body: { stage: 'prod', reason },
  },
  {
    operation: 'quarantineFreight',
    needs: 'stevedore.freight.quarantine',
    may: OWNERS,
    body: { reason },
  },
  {
    operation: 'liftQuarantine',
    needs: 'stevedore.freight.lift',
    may: MANAGERS,
    body: { reason },
  },
  {
    operation: 'reportTest',
    needs: 'stevedore.freight.test',
    may: [...DEVELOPERS, 'other service'],
    body: { name: 'e2e', outcome: 'passed' },
  },
  {
    operation: 'refreshWarehouse',
    needs: 'stevedore.warehouse.refresh',
    may: DEVELOPERS,
    at: { name: 'web' },
  },
  {
    operation: 'holdStage',
    needs: 'stevedore.stage.hold',
    may: OWNERS,
    body: ORIGIN,
  },
  {
    operation: 'resumeStage',
    needs: 'stevedore.stage.hold',
    may: OWNERS,
    body: ORIGIN,
  },
  {
    operation: 'verifyStage',
    needs: 'stevedore.stage.verify',
    may: DEVELOPERS,
    body: {},
  },
  {
    operation: 'stopVerification',
    needs: 'stevedore.stage.verify',
    may: DEVELOPERS,
    body: {},
  },
  {
    operation: 'rollbackStage',
    needs: 'stevedore.stage.rollback',
    may: OWNERS,
    body: {},
  },
  {
    operation: 'rollbackStage',
    when: 'with `quarantine`',
    needs: 'stevedore.stage.rollback and stevedore.freight.quarantine',
    may: OWNERS,
    body: { quarantine: true, reason },
  },
  {
    operation: 'actOnRollout',
    needs: 'stevedore.stage.rollout',
    may: OWNERS,
    body: {
      ...{ cluster: 'eu', namespace: 'shop', name: 'web' },
      ...{ act: 'abort', seen: 's', reason },
    },
  },
  { operation: 'getCalendar', ...CALENDAR },
  {
    operation: 'getCalendar',
    when: 'of one project',
    ...READ,
    at: { project: 'shop' },
  },
  { operation: 'exportCalendar', ...CALENDAR },
  {
    operation: 'setWindow',
    when: 'of one project',
    needs: 'stevedore.stage.freeze',
    may: MANAGERS,
    body: { ...FREEZE, project: 'shop' },
  },
  {
    operation: 'setWindow',
    when: 'beyond it',
    needs: 'stevedore.platform.freeze',
    may: ADMINS,
    body: FREEZE,
  },
  {
    operation: 'importWindows',
    when: 'of one project',
    needs: 'stevedore.stage.freeze',
    may: MANAGERS,
    body: { ...IMPORT, project: 'shop' },
  },
  {
    operation: 'importWindows',
    when: 'beyond it',
    needs: 'stevedore.platform.freeze',
    may: ADMINS,
    body: IMPORT,
  },
  {
    operation: 'endWindow',
    when: 'of one project',
    needs: 'stevedore.stage.freeze',
    may: MANAGERS,
    at: { id: 'w' },
    body: { reason, project: 'shop' },
  },
  {
    operation: 'endWindow',
    when: 'beyond it',
    needs: 'stevedore.platform.freeze',
    may: ADMINS,
    at: { id: 'w' },
    body: { reason },
  },
  {
    operation: 'setLock',
    when: 'of one project',
    needs: 'stevedore.stage.lock',
    may: [...OWNERS, 'other service'],
    body: { ...LOCK, project: 'shop' },
  },
  {
    operation: 'setLock',
    when: 'beyond it',
    needs: 'stevedore.platform.lock',
    may: [...ADMINS, 'other service'],
    body: LOCK,
  },
  {
    operation: 'releaseLock',
    when: 'of one project',
    needs: 'stevedore.stage.lock',
    may: [...OWNERS, 'other service'],
    at: { id: 'l' },
    body: { reason, queue: 'release', project: 'shop' },
  },
  {
    operation: 'releaseLock',
    when: 'beyond it',
    needs: 'stevedore.platform.lock',
    may: [...ADMINS, 'other service'],
    at: { id: 'l' },
    body: { reason, queue: 'release' },
  },
];
