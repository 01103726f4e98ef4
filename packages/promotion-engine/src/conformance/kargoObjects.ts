import { parseDuration } from '../manifests/duration';
import { FreightOrigin } from '../model/artifacts';
import { FreightRequest, Stage } from '../model/definition';
import { FreightRow, FreightStageRow, Hold } from '../model/rows';

/** A Stage as Kargo stores it, as far as questions look at it. */
export interface KargoStage {
  metadata: { name: string; namespace?: string };
  spec: {
    requestedFreight?: {
      origin: FreightOrigin;
      sources: {
        direct?: boolean;
        stages?: string[];
        requiredSoakTime?: string;
        availabilityStrategy?: string;
        autoPromotionOptions?: { selectionPolicy?: string };
      };
    }[];
  };
  status?: {
    currentPromotion?: { name: string; freight?: { name: string } };
    lastPromotion?: { name: string };
    health?: { status?: string };
    autoPromotionHolds?: Record<string, Hold>;
    effectiveAutoPromotionHolds?: Record<string, Hold>;
    freightHistory?: {
      id?: string;
      items?: Record<string, { name: string }>;
      verificationHistory?: { id: string; phase?: string }[];
    }[];
  };
}

/** A Freight as Kargo stores it. */
export interface KargoFreight {
  metadata: { name: string; namespace?: string; creationTimestamp?: string };
  discoveredAt?: string;
  origin: FreightOrigin;
  status?: {
    currentlyIn?: Record<string, { since?: string }>;
    verifiedIn?: Record<string, { verifiedAt?: string; longestSoak?: string }>;
    approvedFor?: Record<string, { approvedAt?: string }>;
  };
}

export function requestsOf({ spec }: KargoStage): FreightRequest[] {
  return (spec.requestedFreight ?? []).map(({ origin, sources }) => ({
    origin,
    sources: {
      direct: sources.direct ?? false,
      stages: sources.stages ?? [],
      requiredSoakMs: parseDuration(sources.requiredSoakTime ?? '0') ?? 0,
      availabilityStrategy:
        sources.availabilityStrategy === 'All' ? 'All' : 'OneOf',
      selectionPolicy:
        sources.autoPromotionOptions?.selectionPolicy === 'MatchUpstream'
          ? 'MatchUpstream'
          : 'NewestFreight',
    },
  }));
}

/** With steps and checks, as the questions take for granted. */
export function stageOf(stage: KargoStage): Stage {
  return {
    name: stage.metadata.name,
    labels: {},
    vars: [],
    requestedFreight: requestsOf(stage),
    promotionTemplate: { vars: [], steps: [] },
    verification: { analysisTemplates: [], args: [] },
    approvals: [],
  };
}

const EPOCH = '1970-01-01T00:00:00Z';

export function freightRowOf(freight: KargoFreight): FreightRow {
  const { name, creationTimestamp = EPOCH } = freight.metadata;
  return {
    project: freight.metadata.namespace ?? '',
    name,
    alias: '',
    origin: freight.origin,
    discoveredAt: freight.discoveredAt ?? creationTimestamp,
    createdBy: '',
    commits: [],
    images: [],
    charts: [],
    artifacts: [],
    metadata: {},
    version: 1,
  };
}

/** What the freight is to every stage that its status names. */
export function freightStageRowsOf({
  metadata,
  status = {},
}: KargoFreight): FreightStageRow[] {
  const { currentlyIn = {}, verifiedIn = {}, approvedFor = {} } = status;
  const stages = new Set(
    [currentlyIn, verifiedIn, approvedFor].flatMap(Object.keys),
  );
  return [...stages].map(stage => {
    const longest = verifiedIn[stage]?.longestSoak;
    return {
      project: metadata.namespace ?? '',
      freight: metadata.name,
      stage,
      since: currentlyIn[stage]?.since,
      longestSoakMs: longest ? parseDuration(longest) : undefined,
      verifiedAt:
        stage in verifiedIn ? verifiedIn[stage].verifiedAt ?? EPOCH : undefined,
      waived:
        stage in approvedFor
          ? {
              at: approvedFor[stage].approvedAt ?? EPOCH,
              actor: '',
              reason: '',
            }
          : undefined,
      version: 1,
    };
  });
}
