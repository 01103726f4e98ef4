import { NewEntry } from '../../model/ledger';
import { ProjectRow, rowKey } from '../../model/rows';
import {
  foldFinished,
  foldRequested,
  foldStarted,
  patchPromotion,
} from './foldPromotion';
import { foldCalendar } from './foldCalendar';
import { foldPeople } from './foldPeople';
import { foldRecord, markOf } from './foldRecord';
import { foldRollback } from './foldRollback';
import { foldStep, forgetAnswers, rewindSteps } from './foldStep';
import { RowSet } from './rowSet';
import { putStage, stageOf } from './stageRows';

/**
 * Applies one ledger entry to the rows it touches. The store writes what comes out in the transaction that
 * appends the entry, and a rebuild folds the whole chain: so every projection equals its replay.
 */
export function foldEntry(
  rows: RowSet,
  project: string,
  entry: NewEntry,
): void {
  switch (entry.verb) {
    case 'definition.accepted':
    case 'definition.rejected':
    case 'project.paused':
    case 'project.resumed':
      return foldProject(rows, project, entry);
    case 'freight.created':
    case 'freight.metadataSet':
    case 'freight.aliasSet':
    case 'freight.quarantined':
    case 'freight.quarantineLifted':
    case 'freight.tested':
    case 'stage.metadataSet':
      return foldRecord(rows, project, entry);
    case 'freight.waived':
    case 'verification.started':
    case 'verification.finished':
    case 'hold.set':
    case 'hold.released':
      return foldStage(rows, project, entry);
    case 'promotion.requested':
      return foldRequested(rows, project, entry);
    case 'promotion.started':
      return foldStarted(rows, project, entry);
    case 'promotion.finished':
      return foldFinished(rows, project, entry);
    case 'rollback.skipped':
    case 'promotion.restored':
      return foldRollback(rows, project, entry);
    case 'step.intended':
    case 'step.waiting':
    case 'step.finished':
      return foldStep(rows, entry);
    case 'approval.given':
    case 'approval.rejected':
    case 'approval.brokeGlass':
    case 'approval.withdrawn':
    case 'review.opened':
    case 'review.closed':
    case 'delegation.given':
    case 'delegation.ended':
    case 'step.answered':
      return foldPeople(rows, project, entry);
    case 'lock.set':
    case 'lock.released':
    case 'window.set':
    case 'window.ended':
      return foldCalendar(rows, project, entry);
    case 'rollout.asked':
    case 'rollout.failed':
    case 'runner.asked':
    case 'runner.answered':
    case 'denied':
      return undefined;
    default:
      return foldPromotionChange(rows, project, entry);
  }
}

type Of<V extends NewEntry['verb']> = Extract<NewEntry, { verb: V }>;

function foldProject(
  rows: RowSet,
  project: string,
  entry: Of<
    | 'definition.accepted'
    | 'definition.rejected'
    | 'project.paused'
    | 'project.resumed'
  >,
): void {
  const key = rowKey.project();
  const before: Omit<ProjectRow, 'version'> = rows.get(key) ?? {
    project,
    entityRef: '',
    files: [],
    digest: '',
    provenance: 'annotations',
    problems: [],
  };
  switch (entry.verb) {
    case 'definition.accepted':
      return rows.put(key, {
        ...before,
        target: undefined,
        ...entry.data,
        problems: [],
        paused: undefined,
      });
    case 'definition.rejected':
      return rows.put(key, { ...before, ...entry.data });
    case 'project.paused':
      return rows.put(key, { ...before, paused: entry.reason ?? 'paused' });
    default:
      return rows.put(key, { ...before, paused: undefined });
  }
}

function foldStage(
  rows: RowSet,
  project: string,
  entry: Of<
    | 'freight.waived'
    | 'verification.started'
    | 'verification.finished'
    | 'hold.set'
    | 'hold.released'
  >,
): void {
  if (entry.verb === 'freight.waived') {
    return patchFreightStage(rows, project, {
      ...entry.data,
      patch: { waived: markOf(entry) },
    });
  }
  const stage = stageOf(rows, project, entry.data.stage);
  if (entry.verb === 'hold.set') {
    const { origin, freight, promotion } = entry.data;
    const hold = {
      freight,
      promotion,
      actor: entry.actor,
      at: entry.at,
      reason: entry.reason,
    };
    return putStage(rows, {
      ...stage,
      holds: { ...stage.holds, [origin]: hold },
    });
  }
  if (entry.verb === 'hold.released') {
    const { [entry.data.origin]: _, ...holds } = stage.holds;
    return putStage(rows, { ...stage, holds });
  }
  putStage(rows, { ...stage, verification: entry.data.verification });
  if (
    entry.verb === 'verification.started' ||
    entry.data.verification.phase !== 'Successful'
  )
    return undefined;
  for (const freight of entry.data.freight) {
    const key = rowKey.freightStage(freight, entry.data.stage);
    const verifiedAt = rows.get(key)?.verifiedAt ?? entry.at;
    patchFreightStage(rows, project, {
      freight,
      stage: entry.data.stage,
      patch: { verifiedAt },
    });
  }
  return undefined;
}

function patchFreightStage(
  rows: RowSet,
  project: string,
  to: { freight: string; stage: string; patch: object },
): void {
  const key = rowKey.freightStage(to.freight, to.stage);
  const before = rows.get(key) ?? {
    project,
    freight: to.freight,
    stage: to.stage,
  };
  rows.put(key, { ...before, ...to.patch });
}

function foldPromotionChange(
  rows: RowSet,
  project: string,
  entry: Of<
    | 'promotion.changed'
    | 'promotion.unapproved'
    | 'promotion.queued'
    | 'promotion.pinned'
    | 'promotion.planned'
    | 'promotion.rewound'
    | 'promotion.asked'
    | 'promotion.answered'
    | 'promotion.abortRequested'
  >,
): void {
  const name = entry.data.promotion;
  const { pins } = rows.require(rowKey.promotion(name));
  switch (entry.verb) {
    case 'promotion.changed':
    case 'promotion.unapproved':
      return foldBack(rows, project, entry);
    case 'promotion.queued':
      return patchPromotion(rows, name, {
        phase: 'Pending',
        changed: undefined,
      });
    case 'promotion.pinned':
      return patchPromotion(rows, name, {
        pins: { ...pins, inputs: { ...pins.inputs, ...entry.data.inputs } },
      });
    case 'promotion.planned':
      return patchPromotion(rows, name, {
        digest: entry.data.digest,
        effects: entry.data.effects,
      });
    case 'promotion.rewound': {
      rewindSteps(rows, name, entry.data.steps);
      const inputs = { ...pins.inputs, ...entry.data.inputs };
      return patchPromotion(rows, name, {
        pins: { ...pins, inputs },
        currentStep: Math.min(...entry.data.steps),
      });
    }
    case 'promotion.asked':
      return patchPromotion(rows, name, {
        question: { step: entry.data.step, text: entry.data.text },
      });
    case 'promotion.answered':
      return patchPromotion(rows, name, { question: undefined });
    case 'promotion.abortRequested':
      return patchPromotion(rows, name, {
        abortRequested: { actor: entry.actor, reason: entry.reason },
      });
    default:
      return entry satisfies never;
  }
}

/** It waits for people again, from its beginning; what they said to its steps was about what is over. */
function foldBack(
  rows: RowSet,
  project: string,
  entry: Of<'promotion.changed' | 'promotion.unapproved'>,
): void {
  const { promotion: name, steps } = entry.data;
  const { pins } = rows.require(rowKey.promotion(name));
  const stage = stageOf(rows, project, entry.data.stage);
  if (stage.currentPromotion === name)
    putStage(rows, { ...stage, currentPromotion: undefined });
  rewindSteps(rows, name, steps);
  for (const index of steps) forgetAnswers(rows, name, index);
  const back = { phase: 'Requested' as const, currentStep: 0 };
  if (entry.verb === 'promotion.unapproved')
    return patchPromotion(rows, name, back);
  const { digest, effects, differences, authors } = entry.data;
  return patchPromotion(rows, name, {
    ...back,
    digest,
    effects,
    ...(authors && { authors }),
    changed: differences,
    pins: { ...pins, inputs: { ...pins.inputs, ...entry.data.inputs } },
  });
}
