import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import {
  Artifacts,
  LedgerEntry,
  PromotionRequest,
  RolloutRef,
} from '@stevedore/promotion-engine';
import { versionsOf } from './freight';
import { inputsOf } from './inputs';
import { publicUrl } from './publicUrl';

/** An entry for people: who, what, when, why; what stood in files stays in the raw ledger. */
export function toHistoryEntry({
  seq,
  at,
  actor,
  verb,
  subject,
  reason,
  data,
}: LedgerEntry): HistoryEntry {
  const told = (verb === 'promotion.requested' ? data.request : data) as Record<
    string,
    unknown
  >;
  const verified = told.verification as Record<string, unknown> | undefined;
  const text = (key: string): string | undefined => {
    const value = told[key] ?? verified?.[key];
    return typeof value === 'string' ? publicUrl(value) : undefined;
  };
  const freight = freightOf(told.freight);
  const promotion = promotionOf(subject) ?? text('promotion');
  return {
    seq,
    at,
    actor,
    verb,
    subject,
    reason,
    stage: text('stage') ?? stageOf(subject, promotion),
    promotion,
    freight: text('freight') ?? freight?.name,
    versions: freight && versionsOf(freight),
    phase: text('phase') ?? text('act'),
    message:
      text('message') ??
      text('operation') ??
      rolloutOf(verb === 'rollout.asked' ? told.rollout : undefined),
    rollback: told.rollback === undefined ? undefined : true,
    afterMs: verb === 'promotion.restored' ? data.afterMs : undefined,
    inputs:
      verb === 'promotion.requested'
        ? inputsOf(told as unknown as PromotionRequest)
        : undefined,
  };
}

type Named = Artifacts & { name: string };

function freightOf(value: unknown): Named | undefined {
  const freight = value as Partial<Named> | undefined;
  return freight?.images && freight.name ? (freight as Named) : undefined;
}

/** @returns e.g. `Rollout web in namespace shop of cluster prod-eu` */
function rolloutOf(value: unknown): string | undefined {
  const { cluster, namespace, name } = Object(value) as Partial<RolloutRef>;
  return (
    cluster && `Rollout ${name} in namespace ${namespace} of cluster ${cluster}`
  );
}

function promotionOf(subject: string): string | undefined {
  return /^promotion:(.+)$/.exec(subject)?.[1];
}

/** A promotion's name begins with its stage, before 26 characters of time and chance and 7 of the freight. */
function stageOf(subject: string, promotion = ''): string | undefined {
  return (
    /^stage:(.+)$/.exec(subject)?.[1] ??
    /^(.+)\.[0-9a-z]{26}\.[0-9a-f]{1,7}$/.exec(promotion)?.[1]
  );
}
