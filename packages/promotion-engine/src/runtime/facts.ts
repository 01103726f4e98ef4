import { GateInput, GateMoment, evaluateGates } from '../decide/evaluateGates';
import { GateReport } from '../model/gate';
import { FreightReference } from '../model/freight';
import { Rollback } from '../model/rollback';
import { PromotionRow } from '../model/rows';
import { promotionsAhead } from '../decide/queue';
import { componentFacts, stageFacts } from './calendarFacts';
import { EngineContext } from './context';
import { measureGates } from './measureGates';

export interface GateQuestion {
  project: string;
  stage: string;
  freight: FreightReference;
  promotion?: PromotionRow;
  /** For what is not requested yet: it would take the stage back. */
  rollback?: Rollback;
}

/** Reads what the gates look at. @returns undefined when the pipeline or the stage is not defined any more. */
export async function gateInput(
  engine: EngineContext,
  question: GateQuestion,
): Promise<GateInput | undefined> {
  const { project: name, freight, promotion } = question;
  const definition = await engine.definitions.load(name);
  const stage = definition?.project.stages.find(
    each => each.name === question.stage,
  );
  if (!definition || !stage) return undefined;
  const [stageRow, freightRow, freightStages, open, owners] = await Promise.all(
    [
      engine.store.stage(name, stage.name),
      engine.store.freight(name, freight.name),
      engine.store.freightStages(name, [freight.name]),
      engine.store.openPromotions(name, stage.name),
      engine.policies.owners(name),
    ],
  );
  const approvals = promotion
    ? await engine.store.approvals(name, [promotion.name])
    : [];
  const component = await componentFacts(engine, name);
  const about = { project: name, stage, component };
  const [said, metrics, rules] = await Promise.all([
    stageFacts(engine, about),
    engine.store.metricFacts(name, stage.name),
    promotion
      ? stage.approvals
      : engine.policies.approvals(name, stage, question.rollback !== undefined),
  ]);
  const input = {
    ...said,
    metrics,
    project: definition.project,
    // what is not requested yet would need what the platform wants now
    stage: { ...stage, approvals: rules },
    freight,
    freightRow,
    freightStages,
    stageRow,
    promotion,
    rollback: promotion?.rollback ?? question.rollback,
    approvals,
    owners,
    paused: definition.paused,
  };
  const before = promotion ? promotionsAhead(open, promotion) : [];
  return {
    ...input,
    ahead: namesAhead(engine, { ...input, ahead: [] }, before),
  };
}

/** What a window or a lock keeps back is in the way of nobody whom it lets pass. */
function namesAhead(
  engine: EngineContext,
  input: GateInput,
  before: PromotionRow[],
): string[] {
  if (before.length === 0) return [];
  const gates = engine.registry.gates.filter(({ queues }) => queues);
  const at = { now: engine.clock.now(), moment: 'start' as const };
  const goes = (promotion: PromotionRow | undefined) =>
    evaluateGates(
      gates,
      { ...input, promotion, rollback: promotion?.rollback },
      at,
    ).open;
  const mine = goes(input.promotion);
  return before
    .filter(each => each.phase === 'Running' || !mine || goes(each))
    .map(({ name }) => name);
}

/** What makes it wait in the queue now, as far as that is known: nothing is measured for it. */
export async function queueReport(
  engine: EngineContext,
  question: GateQuestion,
): Promise<Pick<GateReport, 'verdicts'>> {
  const input = await gateInput(engine, question);
  if (!input) return { verdicts: [] };
  const gates = engine.registry.gates.filter(({ queues }) => queues);
  return evaluateGates(gates, input, {
    now: engine.clock.now(),
    moment: 'start',
  });
}

/** The verdict of all gates on one promotion; closed when the stage is gone. */
export async function gateReport(
  engine: EngineContext,
  question: GateQuestion,
  moment: GateMoment,
): Promise<GateReport> {
  if (moment !== 'request') await measure(engine, question);
  const input = await gateInput(engine, question);
  if (!input) {
    const verdict = {
      gate: 'definition',
      status: 'unknown' as const,
      evidence: {},
      clearedBy: ['author of the pipeline'],
      sentence: `the pipeline has no stage ${question.stage} now`,
    };
    return { open: false, verdicts: [verdict], first: verdict };
  }
  return evaluateGates(engine.registry.gates, input, {
    now: engine.clock.now(),
    moment,
  });
}

async function measure(
  engine: EngineContext,
  { project, stage: name }: GateQuestion,
): Promise<void> {
  const definition = await engine.definitions.load(project);
  const stage = definition?.project.stages.find(each => each.name === name);
  if (definition && stage)
    await measureGates(engine, definition.project, stage);
}
