import { NewEntry, Verb } from '../../model/ledger';
import { FreightCollection } from '../../model/freight';
import { PromotionRow, rowKey, StageRow } from '../../model/rows';
import { noteRollback } from './foldRollback';
import { RowSet } from './rowSet';
import { putStage, stageOf } from './stageRows';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

/** Kargo keeps ten collections of a stage. */
const HISTORY_LIMIT = 10;

export function foldRequested(
  rows: RowSet,
  project: string,
  entry: Of<'promotion.requested'>,
): void {
  const { request } = entry.data;
  const { pins, ...rest } = request;
  rows.put(rowKey.promotion(request.name), {
    ...rest,
    pins,
    project,
    requester: entry.actor,
    reason: entry.reason,
    requestedAt: entry.at,
    phase: request.approvals.length > 0 ? 'Requested' : 'Pending',
    currentStep: 0,
  });
  noteRollback(rows, project, entry);
  request.steps.forEach((step, index) =>
    rows.put(rowKey.step(request.name, index), {
      project,
      promotion: request.name,
      index,
      alias: step.as,
      uses: step.uses,
      status: 'Pending',
      attempt: 0,
      errorCount: 0,
    }),
  );
}

/** Changes the row of one promotion; the rest of it stays. */
export function patchPromotion(
  rows: RowSet,
  name: string,
  patch: Partial<PromotionRow>,
): void {
  const key = rowKey.promotion(name);
  rows.put(key, { ...rows.require(key), ...patch });
}

export function foldStarted(
  rows: RowSet,
  project: string,
  entry: Of<'promotion.started'>,
): void {
  const { promotion, collection } = entry.data;
  patchPromotion(rows, promotion, {
    phase: 'Running',
    startedAt: entry.at,
    ...(collection && { collection }),
  });
  const stage = stageOf(rows, project, entry.data.stage);
  putStage(rows, { ...stage, currentPromotion: promotion });
}

export function foldFinished(
  rows: RowSet,
  project: string,
  entry: Of<'promotion.finished'>,
): void {
  const { promotion: name, phase, message } = entry.data;
  patchPromotion(rows, name, {
    phase,
    message,
    finishedAt: entry.at,
    question: undefined,
  });
  const promotion = rows.require(rowKey.promotion(name));
  const stage = stageOf(rows, project, entry.data.stage);
  const next: StageRow = {
    ...stage,
    holds: holdsAfter(stage, promotion, entry),
  };
  if (stage.currentPromotion === name) next.currentPromotion = undefined;
  const ran = promotion.startedAt !== undefined;
  if (ran) {
    next.lastPromotion = {
      name,
      freight: promotion.freight.name,
      phase,
      finishedAt: entry.at,
    };
  }
  if (phase === 'Succeeded' || landed(entry)) {
    next.history = [
      {
        ...promotion.collection,
        since: entry.at,
        promotion: name,
        ...(promotion.rollback && { rollback: true as const }),
      },
      ...stage.history,
    ].slice(0, HISTORY_LIMIT);
    next.verification = undefined;
    moveFreight(rows, entry, { project, collection: promotion.collection });
  }
  putStage(rows, next);
}

/** A stage whose commit landed holds that freight, whatever else went wrong (design, section 5). */
function landed(entry: Of<'promotion.finished'>): boolean {
  return entry.data.freight.length > 0;
}

function holdsAfter(
  stage: StageRow,
  promotion: PromotionRow,
  entry: Of<'promotion.finished'>,
): StageRow['holds'] {
  const { phase } = entry.data;
  // Kargo 4.5: an intent becomes durable on every end but an abort; a request that never ran withdraws it
  if (
    !promotion.intent ||
    phase === 'Aborted' ||
    phase === 'Superseded' ||
    phase === 'Rejected'
  )
    return stage.holds;
  const origin = `${promotion.freight.origin.kind}/${promotion.freight.origin.name}`;
  const { [origin]: _, ...others } = stage.holds;
  if (promotion.intent === 'resume') return others;
  const hold = {
    freight: promotion.freight.name,
    promotion: promotion.name,
    actor: promotion.requester,
    at: entry.at,
    ...(promotion.rollback && { reason: promotion.reason }),
  };
  return { ...others, [origin]: hold };
}

function moveFreight(
  rows: RowSet,
  entry: Of<'promotion.finished'>,
  to: { project: string; collection: FreightCollection },
): void {
  const inside = new Set(
    Object.values(to.collection.items).map(item => item.name),
  );
  for (const freight of entry.data.freight) {
    const key = rowKey.freightStage(freight, entry.data.stage);
    const row = rows.get(key) ?? {
      project: to.project,
      freight,
      stage: entry.data.stage,
      version: 0,
    };
    if (inside.has(freight))
      rows.put(key, { ...row, since: row.since ?? entry.at });
    else if (row.since) {
      const stayed = Date.parse(entry.at) - Date.parse(row.since);
      rows.put(key, {
        ...row,
        since: undefined,
        longestSoakMs: Math.max(row.longestSoakMs ?? 0, stayed),
      });
    }
  }
}
