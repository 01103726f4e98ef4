import { NewEntry } from '../../model/ledger';
import { RowKey, rowKey } from '../../model/rows';
import type { PeopleVerb } from './foldPeople';

/** The rows that folding an entry reads and writes. */
export function rowsTouched(entry: NewEntry): RowKey[] {
  switch (entry.verb) {
    case 'definition.accepted':
    case 'definition.rejected':
    case 'project.paused':
    case 'project.resumed':
      return [rowKey.project()];
    case 'freight.created':
      return freightKeys(entry.data.freight.name, entry.data.freight.alias);
    case 'freight.metadataSet':
    case 'freight.quarantined':
    case 'freight.quarantineLifted':
    case 'freight.tested':
      return freightKeys(entry.data.freight);
    case 'freight.aliasSet': {
      const { freight, before, alias } = entry.data;
      return freightKeys(freight, before, alias);
    }
    case 'freight.waived':
      return [rowKey.freightStage(entry.data.freight, entry.data.stage)];
    case 'hold.set':
    case 'hold.released':
    case 'verification.started':
    case 'stage.metadataSet':
    case 'rollback.skipped':
      return [rowKey.stage(entry.data.stage)];
    case 'verification.finished':
      return [rowKey.stage(entry.data.stage), ...freightRows(entry.data)];
    case 'promotion.requested': {
      const { name, stage, steps, rollback } = entry.data.request;
      return [
        rowKey.promotion(name),
        ...(rollback ? [rowKey.stage(stage)] : []),
        ...steps.map((_, index) => rowKey.step(name, index)),
      ];
    }
    case 'promotion.started':
      return promotionInto(entry.data);
    case 'promotion.finished':
      return [...promotionInto(entry.data), ...freightRows(entry.data)];
    case 'promotion.rewound':
      return [rowKey.promotion(entry.data.promotion), ...stepRows(entry.data)];
    case 'promotion.changed':
    case 'promotion.unapproved':
      return [...promotionInto(entry.data), ...stepRows(entry.data)];
    case 'promotion.queued':
    case 'promotion.pinned':
    case 'promotion.planned':
    case 'promotion.asked':
    case 'promotion.answered':
    case 'promotion.abortRequested':
    case 'promotion.restored':
      return [rowKey.promotion(entry.data.promotion)];
    case 'step.intended':
    case 'step.waiting':
    case 'step.finished':
      return [
        rowKey.promotion(entry.data.promotion),
        rowKey.step(entry.data.promotion, entry.data.index),
      ];
    case 'lock.set':
    case 'lock.released':
      return [rowKey.lock(entry.data.lock)];
    case 'window.set':
    case 'window.ended':
      return [rowKey.window(entry.data.id)];
    case 'rollout.asked':
    case 'rollout.failed':
    case 'runner.asked':
    case 'runner.answered':
    case 'denied':
      return [];
    default:
      return peopleTouched(entry);
  }
}

function peopleTouched(
  entry: Extract<NewEntry, { verb: PeopleVerb }>,
): RowKey[] {
  switch (entry.verb) {
    case 'review.opened':
    case 'review.closed':
      return [rowKey.review(entry.data.promotion)];
    case 'delegation.given':
    case 'delegation.ended':
      return [rowKey.delegation(entry.data.id)];
    case 'step.answered':
      return [
        rowKey.promotion(entry.data.promotion),
        rowKey.step(entry.data.promotion, entry.data.index),
      ];
    default:
      return [
        rowKey.approval(entry.data.promotion, entry.actor),
        rowKey.promotion(entry.data.promotion),
      ];
  }
}

function freightKeys(name: string, ...aliases: string[]): RowKey[] {
  return [rowKey.freight(name), ...aliases.map(rowKey.freightAlias)];
}

function promotionInto(data: { promotion: string; stage: string }): RowKey[] {
  return [rowKey.promotion(data.promotion), rowKey.stage(data.stage)];
}

function freightRows(data: { freight: string[]; stage: string }): RowKey[] {
  return data.freight.map(name => rowKey.freightStage(name, data.stage));
}

function stepRows(data: { steps: number[]; promotion: string }): RowKey[] {
  return data.steps.map(index => rowKey.step(data.promotion, index));
}
