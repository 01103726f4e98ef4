import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { LedgerEntry } from '@stevedore/promotion-engine';
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
  const told = data as Record<string, unknown>;
  const text = (key: string): string | undefined =>
    typeof told[key] === 'string' ? publicUrl(told[key]) : undefined;
  return {
    seq,
    at,
    actor,
    verb,
    subject,
    reason,
    stage: text('stage'),
    promotion: text('promotion'),
    freight: text('freight'),
    phase: text('phase'),
    message: text('message') ?? text('operation'),
  };
}
