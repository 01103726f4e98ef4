import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import {
  ApprovalRow,
  FreightRow,
  GateVerdict,
  isAutoPromotionEnabled,
  Project,
  PromotionRow,
  Stage,
  StageRow,
} from '@stevedore/promotion-engine';
import { toStage } from '../../mappers/pipeline';
import { toPromotion } from '../../mappers/promotion';
import { ServiceDeps } from '../ServiceDeps';
import { notPassed, saidOfStages, stageReport } from './gateFacts';
import { Running } from './projects';
import { rollbacksOf } from './rollbacks';

/** What is in each stage and what moves there, in the pipeline's order. @param open promotions of the project, oldest first */
export async function stagesOf(
  deps: ServiceDeps,
  running: Running,
  open: PromotionRow[],
): Promise<PipelineStage[]> {
  const { row, project, owners } = running;
  if (!project) return [];
  const name = row.project;
  const [said, stageRows] = await Promise.all([
    saidOfStages(deps, running),
    deps.store.stages(name),
  ]);
  const [known, approvals, rollbacks] = await Promise.all([
    freightHere(deps.store, name, stageRows),
    deps.store.approvals(
      name,
      open.map(each => each.name),
    ),
    rollbacksOf(deps, name, { stages: project.stages, stageRows, open }),
  ]);
  const now = deps.clock.now();
  const facts = { now, stageRows, open, approvals, owners, known, rollbacks };
  return project.stages.map(stage => {
    const stageRow = stageRows.find(each => each.stage === stage.name);
    const at = { stage, said: said.get(stage.name)!, stageRow };
    const gates = notPassed(stageReport(deps, running, at));
    return stageOf(project, stage, { ...facts, gates });
  });
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
