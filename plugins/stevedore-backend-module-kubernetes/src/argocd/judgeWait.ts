import { Application } from './application';

export const AWAITED = [
  'health',
  'sync',
  'operation',
  'suspended',
  'degraded',
] as const;
export type Awaited = (typeof AWAITED)[number];

/** Kargo: default of `waitFor`. */
export const DEFAULT_AWAITED: readonly Awaited[] = [
  'health',
  'sync',
  'operation',
];

export type WaitVerdict =
  | { status: 'met' }
  | { status: 'waiting'; reason: string }
  /** It will not come: waiting longer cannot help. */
  | { status: 'lost'; reason: string };

const BAD_CONDITIONS = ['ComparisonError', 'InvalidSpecError'];

/** Health that each kind of waiting is content with; any one of those asked for is enough. */
const CONTENT: Partial<Record<Awaited, string>> = {
  health: 'Healthy',
  suspended: 'Suspended',
  degraded: 'Degraded',
};

/**
 * Whether an Application is as `argocd-wait` waits for it (kargo.md 6.1).
 *
 * @param before - its health when it was last looked at; a fall to Degraded from there is final
 */
export function judgeWait(
  application: Application,
  awaited: readonly Awaited[],
  before?: string,
): WaitVerdict {
  const { operation, status = {} } = application;
  const bad = status.conditions?.find(({ type }) =>
    BAD_CONDITIONS.includes(type),
  );
  if (bad)
    return {
      status: 'lost',
      reason: `it has the condition ${bad.type}: ${bad.message}`,
    };
  const running =
    operation ||
    ['Running', 'Terminating'].includes(status.operationState?.phase ?? '');
  if (awaited.includes('operation') && running)
    return { status: 'waiting', reason: 'an operation is under way' };
  return (
    judgeHealth(application, awaited, before) ??
    judgeSync(application, awaited) ?? { status: 'met' }
  );
}

function judgeHealth(
  { status = {} }: Application,
  awaited: readonly Awaited[],
  before?: string,
): WaitVerdict | undefined {
  const content = awaited.flatMap(each => CONTENT[each] ?? []);
  if (content.length === 0) return undefined;
  const { reconciledAt, operationState, health } = status;
  const finishedAt = operationState?.finishedAt;
  if (
    finishedAt &&
    !(reconciledAt && Date.parse(reconciledAt) >= Date.parse(finishedAt))
  )
    return {
      status: 'waiting',
      reason: 'it was not reconciled since its last operation ended',
    };
  const now = health?.status ?? '';
  if (content.includes(now)) return undefined;
  const fell =
    now === 'Degraded' && before && !['Degraded', 'Unknown'].includes(before);
  if (fell && awaited.includes('health'))
    return { status: 'lost', reason: `it was ${before} and is Degraded now` };
  return { status: 'waiting', reason: `it is ${now || 'without health'}` };
}

function judgeSync(
  { status }: Application,
  awaited: readonly Awaited[],
): WaitVerdict | undefined {
  const now = status?.sync?.status ?? 'Unknown';
  return awaited.includes('sync') && now !== 'Synced'
    ? { status: 'waiting', reason: `it is ${now}` }
    : undefined;
}
