import { originKey } from '../model/artifacts';
import { Stage } from '../model/definition';
import { FreightReference } from '../model/freight';
import { GateReport } from '../model/gate';
import {
  ApprovalRow,
  FreightMark,
  FreightStageRow,
  PromotionRow,
  StageRow,
} from '../model/rows';
import { approvalState, factsOf } from './approvalState';
import { quarantineSentence } from './quarantine';

/** What one freight is to one stage, in one word; a page shows each with its own shape. */
export const CellState = {
  here: 'here',
  was: 'was',
  verified: 'verified',
  soaking: 'soaking',
  eligible: 'eligible',
  waitsForApproval: 'waitsForApproval',
  queued: 'queued',
  promoting: 'promoting',
  failed: 'failed',
  blocked: 'blocked',
  quarantined: 'quarantined',
  notOnItsWay: 'notOnItsWay',
} as const;
export type CellState = (typeof CellState)[keyof typeof CellState];

export interface CellFacts {
  stage: Stage;
  freight: Pick<FreightReference, 'name' | 'origin'>;
  /** Of the freight. */
  quarantine?: FreightMark;
  /** Of this freight in this stage. */
  row?: FreightStageRow;
  stageRow?: StageRow;
  /** The promotion of this freight into this stage that is not terminal. */
  open?: PromotionRow;
  /** Of `open`. */
  approvals: ApprovalRow[];
  /** The newest terminal promotion of this freight into this stage, when it is known. */
  ended?: Pick<PromotionRow, 'name' | 'phase' | 'message'>;
  owners: string[];
  /** Epoch milliseconds. */
  now: number;
  /** The gates at the moment of a request. */
  report: GateReport;
}

export interface Cell {
  state: CellState;
  sentence: string;
  /** A request would be taken now. */
  mayEnter: boolean;
  /** What a request would wait for in the queue, from `until` on; absent when it would go at once. */
  queues?: string;
  verified: boolean;
  /** ISO 8601: it is here since then. */
  since?: string;
  /** ISO 8601: the first gate clears by itself then. */
  clearsAt?: string;
  promotion?: string;
  /** Approvals given of those needed, or steps begun of all. */
  count?: { done: number; of: number };
}

/** The state of a cell: what moves comes first, then what is there, then how it went, then what the gates say. */
export function cellState(facts: CellFacts): Cell {
  const base = {
    mayEnter: facts.report.open && !facts.open,
    verified: facts.row?.verifiedAt !== undefined,
  };
  return {
    ...base,
    ...(moving(facts) ?? present(facts) ?? past(facts) ?? future(facts)),
  };
}

type Part = Omit<Cell, 'mayEnter' | 'verified'>;

function moving({ open, approvals, owners, now }: CellFacts): Part | undefined {
  if (!open) return undefined;
  const promotion = open.name;
  if (open.phase === 'Running') {
    const of = open.steps.length;
    const count = { done: Math.min(open.currentStep + 1, of), of };
    return {
      state: 'promoting',
      sentence: open.question?.text ?? `step ${count.done} of ${of} runs`,
      promotion,
      count,
    };
  }
  const { met, needs, sentence } = approvalState(
    factsOf(open, { approvals, owners, now }),
  );
  if (open.phase === 'Requested' && !met) {
    const count = {
      done: needs.reduce((sum, each) => sum + each.by.length, 0),
      of: needs.reduce((sum, each) => sum + each.need.count, 0),
    };
    return { state: 'waitsForApproval', sentence, promotion, count };
  }
  return {
    state: 'queued',
    sentence: open.message ?? 'waits for its turn',
    promotion,
  };
}

function present({
  freight,
  row,
  stageRow,
  quarantine,
}: CellFacts): Part | undefined {
  const here = stageRow?.history[0];
  if (!here || here.items[originKey(freight.origin)]?.name !== freight.name)
    return undefined;
  const since = row?.since ?? here.since;
  if (quarantine)
    return {
      state: 'quarantined',
      sentence: `is here, but ${quarantineSentence(quarantine)}`,
      since,
    };
  const { verification } = stageRow;
  if (row?.verifiedAt)
    return { state: 'here', sentence: 'is here and verified', since };
  if (verification?.collection !== here.id)
    return { state: 'here', sentence: 'is here', since };
  const checking =
    verification.phase === 'Pending' || verification.phase === 'Running';
  const ended =
    verification.message ?? `verification ended as ${verification.phase}`;
  return {
    state: 'here',
    sentence: checking ? 'is here and being verified' : `is here: ${ended}`,
    since,
  };
}

function past({
  row,
  ended,
  stageRow,
  stage,
  freight,
}: CellFacts): Part | undefined {
  if (ended && (ended.phase === 'Failed' || ended.phase === 'Errored')) {
    return {
      state: 'failed',
      sentence: ended.message ?? 'the last promotion failed',
      promotion: ended.name,
    };
  }
  if (row?.verifiedAt)
    return { state: 'verified', sentence: `was verified in ${stage.name}` };
  const key = originKey(freight.origin);
  const held = stageRow?.history
    .slice(1)
    .some(each => each.items[key]?.name === freight.name);
  const was =
    held || row?.since !== undefined || row?.longestSoakMs !== undefined;
  return was
    ? {
        state: 'was',
        sentence: `was in ${stage.name} and is not verified there`,
      }
    : undefined;
}

function future({ stage, freight, quarantine, report }: CellFacts): Part {
  const key = originKey(freight.origin);
  if (
    !stage.requestedFreight.some(request => originKey(request.origin) === key)
  ) {
    return {
      state: 'notOnItsWay',
      sentence: `${stage.name} takes no freight of ${freight.origin.name}`,
    };
  }
  if (!stage.promotionTemplate) {
    return {
      state: 'notOnItsWay',
      sentence: `${stage.name} has no steps: it only passes freight on`,
    };
  }
  if (quarantine)
    return { state: 'quarantined', sentence: quarantineSentence(quarantine) };
  const { first } = report;
  if (report.open || !first)
    return { state: 'eligible', sentence: `may enter ${stage.name}` };
  const soaking =
    first.gate === 'soak' &&
    first.status === 'waiting' &&
    first.clearsAt !== undefined;
  return {
    state: soaking ? 'soaking' : 'blocked',
    sentence: first.sentence,
    clearsAt: first.clearsAt,
  };
}
