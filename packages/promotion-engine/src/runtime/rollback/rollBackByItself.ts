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
import { gateReport } from '../facts';
import { findRollback } from './findRollback';
import { requestRollback } from './requestRollback';

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
  await requestRollback(
    engine,
    { project, stage, freight: option.to, rollback, stageRow, open },
    { actor: ACTOR, automatic: true, reason: reasonOf(failure, of) },
  );
  return undefined;
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
