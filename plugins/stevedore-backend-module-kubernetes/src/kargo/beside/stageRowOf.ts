import { RunnerVerification } from '@stevedore/plugin-stevedore-node';
import {
  FreightStageRow,
  HealthStatus,
  Hold,
  isVerificationTerminal,
  PromotionPhase,
  PromotionRow,
  StageHealth,
  StageRow,
  Verification,
  VerificationPhase,
} from '@stevedore/promotion-engine';
import { isoOf, optionalIso } from './freightRowOf';
import { Collection, createdAt, Holds, StageObject } from './objects';
import { collectionOf } from './promotionRowOf';

/** What else is known of the stage. */
export interface AroundStage {
  promotions: readonly PromotionRow[];
  freightStages: readonly FreightStageRow[];
}

export function stageRowOf(object: StageObject, around: AroundStage): StageRow {
  const { metadata, status = {} } = object;
  const { freightHistory = [], lastPromotion, currentPromotion } = status;
  const stage = metadata.name;
  const holds = status.effectiveAutoPromotionHolds ?? status.autoPromotionHolds;
  return {
    project: metadata.namespace ?? '',
    stage,
    history: freightHistory.map((each, index) =>
      entryOf(object, each, { ...around, isHere: index === 0 }),
    ),
    currentPromotion: currentPromotion?.name,
    lastPromotion: lastPromotion && {
      name: lastPromotion.name,
      freight: lastPromotion.freight?.name ?? '',
      phase: (lastPromotion.status?.phase ??
        PromotionPhase.Succeeded) as PromotionPhase,
      finishedAt: isoOf(lastPromotion.finishedAt ?? createdAt(object)),
    },
    holds: holdsOf(holds ?? {}, object),
    verification: verificationOf(freightHistory[0]),
    metadata: status.metadata,
    version: 0,
  };
}

/** Kargo keeps neither when a collection came nor what brought it: its promotion says, as long as it is there. */
function entryOf(
  object: StageObject,
  collection: Collection,
  { promotions, freightStages, isHere }: AroundStage & { isHere: boolean },
): StageRow['history'][number] {
  const held = collectionOf(collection);
  const stage = object.metadata.name;
  const names = Object.values(held.items).map(({ name }) => name);
  const brought = promotions
    .filter(
      row =>
        row.stage === stage &&
        row.phase === PromotionPhase.Succeeded &&
        (row.collection.id === held.id || names.includes(row.freight.name)),
    )
    .sort((a, b) => (`${a.finishedAt}` < `${b.finishedAt}` ? 1 : -1))[0];
  const entered = freightStages
    .filter(row => row.stage === stage && names.includes(row.freight))
    .map(({ since }) => since)
    .filter(since => since !== undefined)
    .sort();
  const verified = collection.verificationHistory?.at(-1)?.startTime;
  return {
    ...held,
    since: isoOf(
      (isHere ? entered.at(-1) : undefined) ??
        brought?.finishedAt ??
        verified ??
        createdAt(object),
    ),
    promotion: brought?.name ?? '',
  };
}

function holdsOf(holds: Holds, object: StageObject): Record<string, Hold> {
  return Object.fromEntries(
    Object.entries(holds).map(([origin, hold]) => [
      origin,
      {
        freight: hold.freightName,
        promotion: hold.promotionName,
        actor: hold.actor ?? 'somebody',
        at: isoOf(hold.createdAt ?? createdAt(object)),
      },
    ]),
  );
}

/** The newest of what is there. */
function verificationOf(
  collection: Collection | undefined,
): Verification | undefined {
  const newest = collection?.verificationHistory?.[0];
  if (!newest) return undefined;
  return {
    id: newest.id ?? '',
    collection: collection.id ?? '',
    phase: phaseOf(newest.phase),
    startedAt: isoOf(newest.startTime ?? ''),
    finishedAt: optionalIso(newest.finishTime),
    message: newest.message || undefined,
    actor: newest.actor || 'component:verification',
  };
}

const phaseOf = (phase = ''): VerificationPhase =>
  Object.hasOwn(VerificationPhase, phase)
    ? (phase as VerificationPhase)
    : VerificationPhase.Pending;

/** As Kargo says it; nothing where it has not said anything. */
export function stageHealthOf({
  status,
}: StageObject): StageHealth | undefined {
  const { health } = status ?? {};
  if (!health?.status) return undefined;
  const known = Object.hasOwn(HealthStatus, health.status);
  const said = {
    status: known ? (health.status as HealthStatus) : HealthStatus.Unknown,
    issues: health.issues ?? [],
  };
  return { ...said, checks: [{ ...said, step: 'Kargo' }] };
}

/** Those that ended, of everything the stage held. */
export function verificationsOf({
  metadata,
  status = {},
}: StageObject): RunnerVerification[] {
  return (status.freightHistory ?? []).flatMap(
    ({ items = {}, verificationHistory = [] }) =>
      verificationHistory
        // without an id it stands for a stage that has no checks
        .filter(({ id, phase }) => id && isVerificationTerminal(phaseOf(phase)))
        .map(({ phase, message, actor, ...each }) => ({
          stage: metadata.name,
          freight: Object.values(items).map(({ name }) => name),
          phase: phaseOf(phase),
          at: isoOf(each.finishTime ?? each.startTime ?? ''),
          message: message || undefined,
          actor: actor || 'component:verification',
        })),
  );
}
