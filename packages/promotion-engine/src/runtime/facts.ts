import { GateInput, GateMoment, evaluateGates } from '../decide/evaluateGates';
import { GateReport } from '../model/gate';
import { FreightReference } from '../model/freight';
import { Rollback } from '../model/rollback';
import { PromotionRow } from '../model/rows';
import { EngineContext } from './context';

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
  const ahead = promotion
    ? open.filter(each => isAhead(each, promotion)).map(each => each.name)
    : [];
  return {
    project: definition.project,
    stage,
    freight,
    freightRow,
    freightStages,
    stageRow,
    promotion,
    rollback: promotion?.rollback ?? question.rollback,
    approvals,
    owners,
    ahead,
    paused: definition.paused,
  };
}

/** Kargo 4.2: running first, then by name, which embeds the time. A request that waits for people is in nobody's way. */
function isAhead(other: PromotionRow, promotion: PromotionRow): boolean {
  if (other.name === promotion.name || other.phase === 'Requested')
    return false;
  return other.phase === 'Running' || other.name < promotion.name;
}

/** The verdict of all gates on one promotion; closed when the stage is gone. */
export async function gateReport(
  engine: EngineContext,
  question: GateQuestion,
  moment: GateMoment,
): Promise<GateReport> {
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
