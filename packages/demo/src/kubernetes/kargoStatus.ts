import { createHash } from 'node:crypto';
import { KubernetesObject } from './kinds';

export interface KargoImage {
  repoURL: string;
  tag?: string;
  digest?: string;
}

interface Origin {
  kind: string;
  name: string;
}

interface FreightReference {
  name: string;
  origin?: Origin;
  images?: KargoImage[];
}

interface FreightCollection {
  id?: string;
  items?: Record<string, FreightReference>;
  verificationHistory?: { phase?: string }[];
}

type ByStage = Record<string, object | null>;

/** kargo.akuity.io/v1alpha1, as far as its controllers are played. */
export type Freight = KubernetesObject & {
  alias?: string;
  origin?: Origin;
  discoveredAt?: string;
  images?: KargoImage[];
  status?: {
    currentlyIn?: ByStage;
    verifiedIn?: ByStage;
    approvedFor?: ByStage;
  };
};

export type KargoStage = KubernetesObject & {
  spec?: {
    requestedFreight?: {
      origin: Origin;
      sources: { direct?: boolean; stages?: string[] };
    }[];
    promotionTemplate?: { spec: { steps: PromotionStep[] } };
  };
  status?: {
    freightHistory?: FreightCollection[];
    currentPromotion?: { name: string } | null;
    health?: { status?: string };
  };
};

interface PromotionStep {
  uses?: string;
  as?: string;
}

export type Promotion = KubernetesObject & {
  spec?: { stage?: string; freight?: string; steps?: PromotionStep[] };
  status?: {
    phase?: string;
    currentStep?: number;
    startedAt?: string;
    stepExecutionMetadata?: { finishedAt?: string }[];
  };
};

/** Statuses that one event of Kargo writes, each onto the object of that kind. */
export interface KargoStatuses {
  promotion?: object;
  freight?: object;
  stage?: object;
}

/** The promotion does the step of that index, counted from 0; those before it are done. */
export function atStep(
  { metadata, spec, status }: Promotion,
  { index, at }: { index: number; at: string },
): KargoStatuses {
  const startedAt = status?.startedAt ?? at;
  const before = status?.stepExecutionMetadata ?? [];
  const steps = (spec?.steps ?? []).slice(0, index + 1).map(({ as }, each) => {
    const known = before[each];
    if (known?.finishedAt) return known;
    const step = { alias: as ?? `step-${each + 1}`, startedAt: at, ...known };
    return each < index
      ? { ...step, status: 'Succeeded', finishedAt: at }
      : { ...step, status: 'Running' };
  });
  return {
    stage: { currentPromotion: { name: metadata.name } },
    promotion: {
      ...{ phase: 'Running', startedAt, currentStep: index },
      stepExecutionMetadata: steps,
    },
  };
}

/** The stage holds the freight; what it held before is behind it. */
export function succeeded(
  promotion: Promotion,
  { freight, stage, at }: { freight: Freight; stage?: KargoStage; at: string },
): KargoStatuses {
  const { spec } = promotion;
  const { metadata, origin, images } = freight;
  const reference = { name: metadata.name, origin, images };
  const collection = {
    id: createHash('sha1').update(metadata.name).digest('hex'),
    items: { [`${origin?.kind}/${origin?.name}`]: reference },
  };
  const history = stage?.status?.freightHistory ?? [];
  const { promotion: steps } = atStep(promotion, {
    index: spec?.steps?.length ?? 0,
    at,
  });
  return {
    promotion: {
      ...{ ...steps, phase: 'Succeeded', finishedAt: at },
      ...{ freight: reference, freightCollection: collection },
    },
    freight: { currentlyIn: { [`${spec?.stage}`]: { since: at } } },
    stage: {
      ...ended(promotion, { phase: 'Succeeded', freight: reference, at }),
      freightHistory: [collection, ...history],
      health: { status: 'Healthy' },
    },
  };
}

/** It ended in another way, and the stage holds what it held. */
export function failed(
  promotion: Promotion,
  { phase, message, at }: { phase: string; message: string; at: string },
): KargoStatuses {
  const freight = { name: promotion.spec?.freight };
  return {
    promotion: { phase, message, finishedAt: at },
    stage: ended(promotion, { phase, freight, at }),
  };
}

function ended(
  { metadata: { name } }: Promotion,
  { phase, freight, at }: { phase: string; freight: object; at: string },
) {
  const lastPromotion = { name, freight, status: { phase }, finishedAt: at };
  return { currentPromotion: null, lastPromotion };
}

/** What the stage holds has passed its verification; one without checks passes with a record that has no id. */
export function verified(
  { metadata, status }: KargoStage,
  { at, id = '' }: { at: string; id?: string },
): KargoStatuses {
  const [here, ...before] = status?.freightHistory ?? [];
  const times = { startTime: at, finishTime: at };
  const record = { id, phase: 'Successful', ...times };
  return {
    stage: {
      freightHistory: [{ ...here, verificationHistory: [record] }, ...before],
    },
    freight: { verifiedIn: { [metadata.name]: { verifiedAt: at } } },
  };
}

/** It is no longer in the stage that holds another one now. */
export const left = ({ metadata }: KargoStage): KargoStatuses => ({
  freight: { currentlyIn: { [metadata.name]: null } },
});

/** Names of what a stage holds. */
export const heldBy = ({ status }: KargoStage): string[] =>
  Object.values(status?.freightHistory?.[0]?.items ?? {}).map(
    ({ name }) => name,
  );

/** Whether it may enter (kargo.md 3.4, without soak): what is approved, or comes directly, or is verified upstream. */
export function isAvailable(
  { origin, status = {} }: Freight,
  { metadata, spec }: KargoStage,
): boolean {
  const request = spec?.requestedFreight?.find(
    each => each.origin.name === origin?.name,
  );
  if (!request) return false;
  const { direct, stages = [] } = request.sources;
  return (
    Boolean(status.approvedFor?.[metadata.name]) ||
    direct === true ||
    stages.some(stage => status.verifiedIn?.[stage])
  );
}
