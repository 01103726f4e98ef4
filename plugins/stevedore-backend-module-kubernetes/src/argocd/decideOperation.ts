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
  /** Let it compare with what is in Git now, and wait. */
  | { action: 'refresh'; reason: string }
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
 * The decision table of `argocd-update` (kargo.md 10.2), with three differences: what is already as it is wanted is not
 * synced again; a failed operation that was reported before is followed by a new one; and a sync that went elsewhere
 * is not repeated before Argo CD has seen the wanted revision.
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
  application: Application,
  wanted: Wanted,
): OperationDecision {
  const { desiredRevisions, sourcesFit } = wanted;
  const { phase, message, syncResult } = application.status!.operationState!;
  if (phase !== 'Succeeded')
    return {
      action: 'fail',
      reason: `its sync ended ${phase}${message ? `: ${message}` : ''}`,
    };
  if (!sourcesFit)
    return {
      action: 'fail',
      reason:
        'its sources were changed back after they were set: what makes the Application (an ApplicationSet, another Application) has to leave them alone',
    };
  if (!desiredRevisions.some(Boolean)) return done();
  const { revision, revisions } = syncResult ?? {};
  const synced = revisions?.length ? revisions : [revision ?? ''];
  if (reaches(synced, desiredRevisions)) return done();
  if (isAsWanted(application, wanted)) return done();
  const went = `it was synced to "${synced.join('", "')}"`;
  // a sync that begins before Argo CD has seen the revision goes wrong again
  return reaches(observed(application), desiredRevisions)
    ? sync(`${went}, and Argo CD has seen what is wanted since`)
    : {
        action: 'refresh',
        reason: `${went}, and Argo CD has not seen "${desiredRevisions.join(
          '", "',
        )}" yet`,
      };
}

function observed({ status }: Application): string[] {
  const { revision, revisions } = status?.sync ?? {};
  return revisions?.length ? revisions : [revision ?? ''];
}

/** An empty revision is not looked at. */
function reaches(revisions: string[], desired: readonly string[]): boolean {
  return desired.every(
    (each, index) => each === '' || each === revisions[index],
  );
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
  const at = observed(application);
  return (
    desiredRevisions.length === sourcesIn(application).length &&
    desiredRevisions.length === at.length &&
    desiredRevisions.every(
      (desired, index) => desired !== '' && desired === at[index],
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
