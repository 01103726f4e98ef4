import { freightLabel } from '../../decide/freightLabel';
import {
  autoRollbackOf,
  Failure,
  failureToUndo,
  OLD_FAILURE_MS,
  wayBack,
} from '../../decide/rollback';
import { originKey } from '../../model/artifacts';
import { Project, Stage } from '../../model/definition';
import { PromotionRow, StageRow } from '../../model/rows';
import { commitAndTell, entryOf, expectStage } from '../commit';
import { EngineContext } from '../context';
import { RequestError } from '../engine';
import { gateReport } from '../facts';
import { findRollback } from './findRollback';
import { requestRollback } from './requestRollback';
import { FoundRollback } from './resolveRollback';

const ACTOR = { ref: 'component:auto-rollback', ownership: [] };
/** A gate that cannot say now is asked again after this time. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Answers a failure of a stage as its policy says (Kargo: autoRollback): by a rollback, or by an entry that says why
 * not. Each failure is answered once, an old one never, and a rollback is not rolled back.
 */
export async function rollBackByItself(
  engine: EngineContext,
  project: Project,
  stage: Stage,
): Promise<{ againMs: number } | undefined> {
  const policy = autoRollbackOf(project.promotionPolicies, stage);
  if (!policy || !stage.promotionTemplate) return undefined;
  const stageRow = await engine.store.stage(project.name, stage.name);
  const failure = failureToUndo(stageRow, policy);
  if (!stageRow || !failure) return undefined;
  const of = await engine.store.promotion(project.name, failure.of);
  const at = { project, stage, stageRow, failure };
  const why = of
    ? await whyNotAnswer(engine, at, of)
    : `the promotion ${failure.of} is not known any more`;
  if (why || !of) return skip(engine, at, why!);
  return answer(engine, at, of);
}

interface Answering {
  project: Project;
  stage: Stage;
  stageRow: StageRow;
  failure: Failure;
}

async function whyNotAnswer(
  engine: EngineContext,
  { project, failure }: Answering,
  of: PromotionRow,
): Promise<string | undefined> {
  if (of.rollback) return 'it was a rollback, and none is rolled back';
  const age = engine.clock.now() - Date.parse(failure.badSince);
  if (age > OLD_FAILURE_MS)
    return 'the failure is older than 20 minutes: a person has to look at it';
  if (failure.because === 'verification') return undefined;
  const steps = await engine.store.steps(project.name, of.name);
  return steps.some(step => step.attempt > 0)
    ? undefined
    : 'it failed before it changed anything';
}

async function answer(
  engine: EngineContext,
  at: Answering,
  of: PromotionRow,
): Promise<{ againMs: number } | undefined> {
  const { project, stage, stageRow, failure } = at;
  const { store } = engine;
  const origin = originKey(of.freight.origin);
  const [open, rows] = await Promise.all([
    store.openPromotions(project.name, stage.name),
    store.freightStages(project.name, wayBack(stageRow.history, origin)),
  ]);
  const option = await findRollback({
    stage,
    stageRow,
    open,
    origin,
    rows,
    out: of.freight.name,
    freight: name => store.freight(project.name, name),
  });
  if (!option.to) return skip(engine, at, option.whyNot!);
  const { because, verification, badSince } = failure;
  const out = of.freight.name;
  const rollback = { of: of.name, out, because, verification, badSince };
  const gates = await gateReport(
    engine,
    {
      project: project.name,
      stage: stage.name,
      freight: option.to,
      rollback,
    },
    'request',
  );
  if (gates.first?.status === 'blocked')
    return skip(engine, at, gates.first.sentence);
  if (gates.first) return { againMs: LOOK_AGAIN_MS };
  const found = {
    project,
    stage,
    freight: option.to,
    rollback,
    stageRow,
    open,
  };
  return request(engine, found, reasonOf(failure, of));
}

/** What cannot be planned now may be planned later; once the failure is old nobody tries any more. */
async function request(
  engine: EngineContext,
  found: FoundRollback,
  reason: string,
): Promise<{ againMs: number } | undefined> {
  try {
    const how = { actor: ACTOR, automatic: true, reason };
    await requestRollback(engine, found, how);
    return undefined;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const { project, stage } = found;
    engine.logger.warn(
      `${stage.name} of ${
        project.name
      } cannot go back yet: ${engine.masker.mask(error.message)}`,
    );
    return { againMs: LOOK_AGAIN_MS };
  }
}

function reasonOf(failure: Failure, of: PromotionRow): string {
  const label = freightLabel(of.freight);
  const said = failure.message ?? of.message;
  const what =
    failure.because === 'verification'
      ? `the verification of ${label} failed`
      : `the promotion of ${label} failed`;
  return said ? `${what}: ${said}` : what;
}

async function skip(
  engine: EngineContext,
  { project, stage, stageRow, failure }: Answering,
  reason: string,
): Promise<undefined> {
  const { of, verification } = failure;
  await commitAndTell(engine, project.name, {
    entries: [
      entryOf(engine, {
        verb: 'rollback.skipped',
        actor: ACTOR.ref,
        subject: `stage:${stage.name}`,
        reason,
        data: { stage: stage.name, of, verification },
      }),
    ],
    expect: [expectStage(stage.name, stageRow)],
  });
  return undefined;
}
