import { FreightItem } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  Cell,
  cellState,
  evaluateGates,
  FreightRow,
  freightReference,
  GateVerdict,
  FreightStageRow,
  isTerminal,
  PromotionPhase,
  PromotionRow,
  queuedUntil,
  Stage,
  StageRow,
  whyNotWaive,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from '../../mappers/freight';
import { toGateVerdict } from '../../mappers/plan';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';
import { notPassed, SaidOfStage, saidOfStages, stageReport } from './gateFacts';
import { Running } from './projects';

const TERMINAL = Object.values(PromotionPhase).filter(isTerminal);
/** How many ended promotions are looked at for cells that failed. */
const ENDED = 100;

interface Rows {
  freightStages: FreightStageRow[];
  stages: StageRow[];
  open: PromotionRow[];
  ended: PromotionRow[];
  approvals: ApprovalRow[];
}

/** The freight of one page with the state of every cell: a fixed number of queries, whatever the number of cells. */
export async function freightItems(
  deps: ServiceDeps,
  running: Running,
  freight: FreightRow[],
): Promise<FreightItem[]> {
  if (freight.length === 0) return [];
  const [rows, said] = await Promise.all([
    readRows(deps.store, running.row.project, freight),
    saidOfStages(deps, running),
  ]);
  const stages = running.project?.stages ?? [];
  const keeps = keepers(deps, running, { rows, said });
  return freight.map(row => ({
    ...toFreightSummary(row),
    alias: row.alias,
    discoveredAt: row.discoveredAt,
    createdBy: row.createdBy,
    cells: stages.map(stage =>
      cellOf(deps, running, { rows, said, keeps, stage, freight: row }),
    ),
  }));
}

async function readRows(
  store: ServiceDeps['store'],
  project: string,
  freight: FreightRow[],
): Promise<Rows> {
  const [freightStages, stages, open, ended] = await Promise.all([
    store.freightStages(
      project,
      freight.map(row => row.name),
    ),
    store.stages(project),
    store.openPromotions(project),
    store.promotionPage(project, { phases: TERMINAL, limit: ENDED }),
  ]);
  const waiting = open
    .filter(row => row.approvals.length > 0)
    .map(row => row.name);
  const approvals =
    waiting.length > 0 ? await store.approvals(project, waiting) : [];
  return { freightStages, stages, open, ended: ended.items, approvals };
}

/** What keeps a stage's queue from moving, for a promotion that waits or for one that a person would ask for. */
type Keeper = (stage: Stage, promotion?: PromotionRow) => GateVerdict[];

interface CellAt {
  rows: Rows;
  said: ReadonlyMap<string, SaidOfStage>;
  keeps: Keeper;
  stage: Stage;
  freight: FreightRow;
}

/** Asked once for each stage, whatever the number of cells. */
function keepers(
  deps: ServiceDeps,
  running: Running,
  { rows, said }: Pick<CellAt, 'rows' | 'said'>,
): Keeper {
  const gates = deps.gates.filter(({ queues }) => queues);
  const known = new Map<string, GateVerdict[]>();
  return (stage, promotion) => {
    const key = promotion?.name ?? stage.name;
    const verdicts =
      known.get(key) ??
      notPassed(
        stageReport({ ...deps, gates }, running, {
          stage,
          promotion,
          said: said.get(stage.name)!,
          stageRow: rows.stages.find(row => row.stage === stage.name),
        }),
      );
    known.set(key, verdicts);
    return verdicts;
  };
}

function cellOf(
  deps: ServiceDeps,
  running: Running,
  at: CellAt,
): FreightItem['cells'][number] {
  const { rows, said, keeps, stage, freight } = at;
  const freightStages = rows.freightStages.filter(
    row => row.freight === freight.name,
  );
  const stageRow = rows.stages.find(row => row.stage === stage.name);
  const isThis = (row: PromotionRow) =>
    row.stage === stage.name && row.freight.name === freight.name;
  const reference = freightReference(freight);
  const { owners, paused } = running;
  const project = running.project!;
  const report = evaluateGates(
    deps.gates,
    {
      ...said.get(stage.name)!,
      project,
      stage,
      freight: reference,
      freightRow: freight,
      freightStages,
      stageRow,
      approvals: [],
      owners,
      ahead: [],
      paused,
    },
    { now: deps.clock.now(), moment: 'request' },
  );
  const mine = freightStages.find(row => row.stage === stage.name);
  const open = rows.open.filter(isThis);
  const cell = cellState({
    stage,
    freight: reference,
    quarantine: freight.quarantine,
    row: mine,
    stageRow,
    open: open.find(row => row.phase === 'Running') ?? open[0],
    approvals: rows.approvals,
    ended: rows.ended.find(isThis),
    owners,
    now: deps.clock.now(),
    report,
  });
  const waits = cell.state === 'queued' || cell.state === 'eligible';
  const kept = waits || cell.mayEnter ? keeps(stage, open[0]) : [];
  const facts = { rows: freightStages, now: deps.clock.now() };
  const gates = [...notPassed(report), ...(waits ? kept : [])].map(
    toGateVerdict,
  );
  return {
    ...toCell(withKept(cell, waits ? kept[0] : undefined)),
    queues: cell.mayEnter ? queuedUntil({ verdicts: kept }) : undefined,
    stage: stage.name,
    mayWaive: whyNotWaive(stage, freight, facts) === undefined || undefined,
    waived: mine?.waived,
    gates: gates.length > 0 ? gates : undefined,
  };
}

/** What may be asked for and would wait, and what waits, says for what. */
function withKept(cell: Cell, kept: GateVerdict | undefined): Cell {
  if (!kept) return cell;
  const { sentence, clearsAt } = kept;
  return cell.state === 'queued'
    ? { ...cell, sentence: `waits: ${sentence}`, clearsAt }
    : { ...cell, sentence: `${cell.sentence}, and would wait: ${sentence}` };
}

function toCell({
  verified,
  ...cell
}: Cell): Omit<FreightItem['cells'][number], 'stage'> {
  return {
    ...cell,
    sentence: publicUrl(cell.sentence),
    verified: verified || undefined,
  };
}
