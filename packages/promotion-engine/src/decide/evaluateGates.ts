import { FreightReference } from '../model/freight';
import { Project, Stage } from '../model/definition';
import { GateReport, GateVerdict } from '../model/gate';
import { Rollback } from '../model/rollback';
import {
  ApprovalRow,
  FreightRow,
  FreightStageRow,
  PromotionRow,
  StageRow,
} from '../model/rows';

/** Everything that any gate may look at; what could not be learned is undefined, and then unknown. */
export interface GateInput {
  project: Project;
  stage: Stage;
  freight: FreightReference;
  /** What was said about the freight since it was made; undefined when it could not be read. */
  freightRow?: Pick<FreightRow, 'quarantine'>;
  /** The freight in every stage that it was in; undefined when it could not be read. */
  freightStages?: FreightStageRow[];
  stageRow?: StageRow;
  /** The promotion that asks, when there is one. */
  promotion?: PromotionRow;
  /** Set when what asks takes the stage back, whether it is requested already or not. */
  rollback?: Rollback;
  approvals: ApprovalRow[];
  owners: string[];
  /** Names of the promotions of this stage that are ahead. */
  ahead: string[];
  paused?: string;
}

/** When a gate is asked; some matter only at one of them. */
export type GateMoment = 'request' | 'start' | 'effect';

/** One gate: a pure function of facts and a clock (epoch milliseconds). */
export interface Gate {
  id: string;
  moments: readonly GateMoment[];
  evaluate(input: GateInput, now: number): Omit<GateVerdict, 'gate'>;
}

/** The one function that says whether freight may enter a stage: engine, API and page use no other. */
export function evaluateGates(
  gates: readonly Gate[],
  input: GateInput,
  at: { now: number; moment: GateMoment },
): GateReport {
  const verdicts = gates
    .filter(gate => gate.moments.includes(at.moment))
    .map(gate => ({ gate: gate.id, ...gate.evaluate(input, at.now) }));
  const first = verdicts.find(verdict => verdict.status !== 'pass');
  return { open: first === undefined, verdicts, first };
}
