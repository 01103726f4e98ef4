import { FreightItem } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  Cell,
  cellState,
  evaluateGates,
  FreightRow,
  freightReference,
  FreightStageRow,
  isTerminal,
  PromotionPhase,
  PromotionRow,
  Stage,
  StageRow,
  whyNotWaive,
} from '@stevedore/promotion-engine';
import { toFreightSummary } from '../../mappers/freight';
import { toGateVerdicts } from '../../mappers/plan';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';
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
  const rows = await readRows(deps.store, running.row.project, freight);
  const stages = running.project?.stages ?? [];
  return freight.map(row => ({
    ...toFreightSummary(row),
    alias: row.alias,
    discoveredAt: row.discoveredAt,
    createdBy: row.createdBy,
    cells: stages.map(stage =>
      cellOf(deps, running, { rows, stage, freight: row }),
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

function cellOf(
  deps: ServiceDeps,
  running: Running,
  { rows, stage, freight }: { rows: Rows; stage: Stage; freight: FreightRow },
): FreightItem['cells'][number] {
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
  const at = { rows: freightStages, now: deps.clock.now() };
  const gates = toGateVerdicts(report).filter(
    verdict => verdict.status !== 'pass',
  );
  return {
    ...toCell(cell),
    stage: stage.name,
    mayWaive: whyNotWaive(stage, freight, at) === undefined || undefined,
    waived: mine?.waived,
    gates: gates.length > 0 ? gates : undefined,
  };
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
