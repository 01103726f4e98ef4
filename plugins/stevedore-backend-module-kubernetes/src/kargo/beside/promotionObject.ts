import { createHash } from 'node:crypto';
import { KubernetesObject } from '../../api/resourceKind';
import { KargoAnnotation, PromotionObject } from './objects';

const LONGEST_LABEL = 63;
const DIGITS = 8;
const SHARD = 'kargo.akuity.io/shard';

export interface NewPromotion {
  project: string;
  name: string;
  stage: string;
  freight: string;
  /** Of the stage: which of several controllers promotes. */
  shard?: string;
  /** Entity ref. */
  actor: string;
}

/** As Kargo's own API server makes one; its admission adds steps, variables and owner from the Stage (kargo.md 5.1). */
export function promotionObject({
  project,
  name,
  stage,
  freight,
  shard,
  actor,
}: NewPromotion): PromotionObject & KubernetesObject {
  return {
    apiVersion: 'kargo.akuity.io/v1alpha1',
    kind: 'Promotion',
    metadata: {
      name,
      namespace: project,
      labels: {
        [KargoAnnotation.stage]: shortened(stage),
        ...(shard && { [SHARD]: shard }),
      },
      annotations: {
        [KargoAnnotation.actor]: actor,
        [KargoAnnotation.stage]: stage,
      },
    },
    spec: { stage, freight },
  };
}

/** `<prefix>-<first 8 hex of sha256>` where it is too long for a label (kargo.md 1.2). */
export function shortened(value: string): string {
  if (value.length <= LONGEST_LABEL) return value;
  const digest = createHash('sha256').update(value).digest('hex');
  const prefix = value.slice(0, LONGEST_LABEL - DIGITS - 1);
  return `${prefix.replace(/[-_.]+$/, '')}-${digest.slice(0, DIGITS)}`;
}
