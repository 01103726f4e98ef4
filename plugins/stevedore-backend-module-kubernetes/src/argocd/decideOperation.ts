import { Application, OperationInfo, sourcesIn } from './application';

/** Who asks an Application for a sync; `attempt` counts the failures before. */
export interface Initiator {
  promotion: string;
  step: string;
  attempt: number;
}

/** What to do about one Application now. */
export type OperationDecision =
  | { action: 'sync'; reason: string }
  | { action: 'wait'; reason: string }
  | { action: 'done'; reason: string }
  | { action: 'fail'; reason: string };

export interface Wanted {
  initiator: Initiator;
  /** Whether its sources are as the step wants them. */
  sourcesFit: boolean;
  /** One for each source; an empty one wants nothing. */
  desiredRevisions: readonly string[];
}

const INFO = {
  promotion: 'stevedore.dev/promotion',
  step: 'stevedore.dev/step',
  attempt: 'stevedore.dev/attempt',
} as const;

/** By these an operation is recognised, whoever looks. */
export const infoOf = ({
  promotion,
  step,
  attempt,
}: Initiator): OperationInfo[] => [
  { name: INFO.promotion, value: promotion },
  { name: INFO.step, value: step },
  { name: INFO.attempt, value: `${attempt}` },
];

/**
 * The decision table of `argocd-update` (kargo.md 10.2), with two differences: what is already as it is wanted is not
 * synced again, and a failed operation that was reported before is followed by a new one.
 */
export function decideOperation(
  application: Application,
  wanted: Wanted,
): OperationDecision {
  const { operation, status } = application;
  if (operation) {
    return isOwn(operation.info, wanted.initiator)
      ? wait('its sync has not begun')
      : wait('somebody else has asked for a sync of it');
  }
  const state = status?.operationState;
  const own = state && isOwn(state.operation?.info, wanted.initiator);
  if (state && (!state.finishedAt || isRunning(state.phase)))
    return own
      ? wait(`its sync is ${state.phase ?? 'Running'}`)
      : wait('a sync that somebody else asked for is under way');
  if (own) return decideOwn(application, wanted);
  return isAsWanted(application, wanted)
    ? { action: 'done', reason: 'it is there already' }
    : sync('it has not been synced for this promotion');
}

function decideOwn(
  { status }: Application,
  { desiredRevisions, sourcesFit }: Wanted,
): OperationDecision {
  const { phase, message, syncResult } = status!.operationState!;
  if (phase !== 'Succeeded')
    return {
      action: 'fail',
      reason: `its sync ended ${phase}${message ? `: ${message}` : ''}`,
    };
  if (!sourcesFit) return sync('somebody changed its sources meanwhile');
  if (!desiredRevisions.some(Boolean)) return done();
  if (!syncResult) return sync('its sync does not say what was synced');
  const { revision, revisions } = syncResult;
  const synced = revisions?.length ? revisions : [revision ?? ''];
  const index = desiredRevisions.findIndex(
    (desired, at) => desired !== '' && desired !== synced[at],
  );
  return index < 0
    ? done()
    : sync(`it was synced to "${synced[index]}", not to what is wanted`);
}

const done = (): OperationDecision => ({
  action: 'done',
  reason: 'it was synced',
});

/** Argo CD compared it with every wanted revision after its last operation, and found nothing to do. */
function isAsWanted(
  application: Application,
  { desiredRevisions, sourcesFit }: Wanted,
): boolean {
  const {
    sync: compared,
    reconciledAt,
    operationState,
  } = application.status ?? {};
  if (!sourcesFit || compared?.status !== 'Synced') return false;
  const finishedAt = operationState?.finishedAt;
  if (
    finishedAt &&
    !(reconciledAt && Date.parse(reconciledAt) >= Date.parse(finishedAt))
  )
    return false;
  const observed = compared.revisions?.length
    ? compared.revisions
    : [compared.revision ?? ''];
  const count = sourcesIn(application).length;
  return (
    desiredRevisions.length === count &&
    observed.length === count &&
    desiredRevisions.every(
      (desired, index) => desired !== '' && desired === observed[index],
    )
  );
}

const isRunning = (phase?: string) =>
  phase === 'Running' || phase === 'Terminating';

function isOwn(info: OperationInfo[] = [], initiator: Initiator): boolean {
  return infoOf(initiator).every(({ name, value }) =>
    info.some(each => each.name === name && each.value === value),
  );
}

const sync = (reason: string): OperationDecision => ({
  action: 'sync',
  reason,
});
const wait = (reason: string): OperationDecision => ({
  action: 'wait',
  reason,
});
