import { Pipeline } from '@stevedore/plugin-stevedore-common';
import {
  Actor,
  ApprovalRow,
  EntityLink,
  FreightRow,
  GateVerdict,
  isAutoPromotionEnabled,
  Project,
  PromotionRow,
  Stage,
  StageRow,
} from '@stevedore/promotion-engine';
import { toProblem, toStage, toWarehouse } from '../../mappers/pipeline';
import { toPromotion } from '../../mappers/promotion';
import { ServiceDeps } from '../ServiceDeps';
import { notPassed, saidOfStages, stageReport } from './gateFacts';
import { listFreight } from './listFreight';
import { noticesOf } from './noticesOf';
import { needsMe } from './needsMe';
import { Running } from './projects';
import { rollbacksOf } from './rollbacks';

/** Everything for the first paint. */
export async function getPipeline(
  deps: ServiceDeps,
  running: Running,
  { limit, actor }: { limit?: number; actor: Actor },
): Promise<Pipeline> {
  const { row, project, owners, paused } = running;
  const name = row.project;
  const [said, calendar, stageRows, open, freight] = await Promise.all([
    saidOfStages(deps, running),
    noticesOf(deps, running),
    deps.store.stages(name),
    deps.store.openPromotions(name),
    listFreight(deps, running, { limit }),
  ]);
  const stages = project?.stages ?? [];
  const [mine, known, approvals, rollbacks, warehouses] = await Promise.all([
    needsMe(deps, { project: name, open, owners, actor }),
    freightHere(deps.store, name, stageRows),
    deps.store.approvals(
      name,
      open.map(each => each.name),
    ),
    rollbacksOf(deps, name, { stages, stageRows, open }),
    Promise.all(
      (project?.warehouses ?? []).map(async each =>
        toWarehouse(each, await deps.store.discovery(name, each.name)),
      ),
    ),
  ]);
  const now = deps.clock.now();
  const facts = { now, stageRows, open, approvals, owners, known, rollbacks };
  return {
    project: name,
    entityRef: row.entityRef,
    provenance: row.provenance,
    paused,
    ...calendar,
    stages: project
      ? project.stages.map(stage => {
          const stageRow = stageRows.find(each => each.stage === stage.name);
          const at = { stage, said: said.get(stage.name)!, stageRow };
          const gates = notPassed(stageReport(deps, running, at));
          return stageOf(project, stage, { ...facts, gates });
        })
      : [],
    warehouses,
    problems: row.problems.map(toProblem),
    needsMe: mine,
    freight,
  };
}

/** What an entity sees that claims a pipeline which another one runs: why that cannot be. */
export function claimedPipeline(project: string, claim: EntityLink): Pipeline {
  return {
    project,
    entityRef: claim.entityRef,
    provenance: 'annotations',
    stages: [],
    warehouses: [],
    problems: claim.problems.map(toProblem),
    needsMe: [],
    freight: { items: [] },
  };
}

interface Facts {
  stageRows: StageRow[];
  open: PromotionRow[];
  approvals: ApprovalRow[];
  owners: string[];
  now: number;
  known: ReadonlyMap<string, FreightRow>;
  rollbacks: Awaited<ReturnType<typeof rollbacksOf>>;
}

function stageOf(
  project: Project,
  stage: Stage,
  {
    stageRows,
    open,
    approvals,
    owners,
    known,
    now,
    rollbacks,
    gates,
  }: Facts & { gates: GateVerdict[] },
) {
  const row = stageRows.find(each => each.stage === stage.name);
  const mine = open.filter(each => each.stage === stage.name);
  const current =
    mine.find(each => each.name === row?.currentPromotion) ??
    mine.find(each => each.phase === 'Running') ??
    mine[0];
  return toStage(stage, {
    row,
    known,
    autoPromotion: autoPromotionOf(project, stage),
    current: current && toPromotion(current, { approvals, owners, now }),
    queued: mine.filter(each => each.phase === 'Pending').length,
    rollback: rollbacks.get(stage.name),
    gates,
  });
}

function autoPromotionOf(project: Project, stage: Stage): boolean {
  try {
    return isAutoPromotionEnabled(project.promotionPolicies, stage);
  } catch {
    // a policy that cannot be read promotes nothing; the definition's problems say so
    return false;
  }
}

/** Freight that stands in stages, at most one read each. */
async function freightHere(
  store: ServiceDeps['store'],
  project: string,
  rows: StageRow[],
): Promise<ReadonlyMap<string, FreightRow>> {
  const names = new Set(
    rows.flatMap(row =>
      Object.values(row.history[0]?.items ?? {}).map(item => item.name),
    ),
  );
  const found = await Promise.all(
    [...names].map(name => store.freight(project, name)),
  );
  return new Map(
    found
      .filter((row): row is FreightRow => row !== undefined)
      .map(row => [row.name, row]),
  );
}
