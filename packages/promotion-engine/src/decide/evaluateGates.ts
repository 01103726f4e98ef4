import { CalendarWindow, LockRow } from '../model/calendar';
import { FreightReference } from '../model/freight';
import { Project, Stage } from '../model/definition';
import { GateReport, GateVerdict } from '../model/gate';
import { Rollback } from '../model/rollback';
import { StageRules } from '../model/stageRules';
import { MetricFact } from '../model/testResult';
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
  freightRow?: Pick<FreightRow, 'quarantine' | 'tests'>;
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
  /** Windows of the platform and of people that concern the component, beside those of the definition; undefined when they could not be read. */
  calendar?: readonly CalendarWindow[];
  /** Locks that concern the component; undefined when they could not be read. */
  locks?: readonly LockRow[];
  /** What the platform's configuration says of the stage; undefined when it could not be read. */
  rules?: StageRules;
  /** The newest measurements of what the stage wants good. */
  metrics?: readonly MetricFact[];
}

/**
 * When a gate is asked; some matter only at one of them. `entry` is no moment of a promotion: it asks every gate,
 * for somebody who wants to know what would be.
 */
export type GateMoment = 'request' | 'start' | 'effect' | 'entry';

/** One gate: a pure function of facts and a clock (epoch milliseconds). */
export interface Gate {
  id: string;
  moments: readonly Exclude<GateMoment, 'entry'>[];
  /** `stage`: it says the same of all freight, so that it can be asked for the stage alone. Default: of each freight. */
  about?: 'freight' | 'stage';
  /** It looks at the definition and the platform's rules only, and so is asked before those that look at state. */
  stateless?: boolean;
  /** What it stops waits in the queue, however long; otherwise a promotion that runs already fails when it is blocked. */
  queues?: boolean;
  evaluate(input: GateInput, now: number): Omit<GateVerdict, 'gate'>;
}

export interface AskedAt {
  /** Epoch milliseconds. */
  now: number;
  moment: GateMoment;
  /** Only gates that say the same of all freight. */
  about?: 'stage';
}

/** The one function that says whether freight may enter a stage: engine, API, page and command line use no other. */
export function evaluateGates(
  gates: readonly Gate[],
  input: GateInput,
  { now, moment, about }: AskedAt,
): GateReport {
  const verdicts = gates
    .filter(gate => moment === 'entry' || gate.moments.includes(moment))
    .filter(gate => !about || gate.about === about)
    .map(gate => ({ gate: gate.id, ...ask(gate, input, now) }));
  const first = verdicts.find(verdict => verdict.status !== 'pass');
  return { open: first === undefined, verdicts, first };
}

/** A gate that cannot answer says nothing, and what says nothing lets nothing pass (invariant 3). */
function ask(
  gate: Gate,
  input: GateInput,
  now: number,
): Omit<GateVerdict, 'gate'> {
  try {
    return gate.evaluate(input, now);
  } catch (error) {
    return {
      status: 'unknown',
      sentence: `the gate ${gate.id} could not answer: ${
        error instanceof Error ? error.message : String(error)
      }`,
      evidence: {},
      clearedBy: ['whoever runs the portal'],
    };
  }
}
