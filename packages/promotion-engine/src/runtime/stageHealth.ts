import {
  HealthCheck,
  healthObstacle,
  mergeChecks,
  StageHealth,
  unknownHealth,
} from '../decide/health';
import { stepTitle } from '../decide/stepTitle';
import { StageRow, StepRow } from '../model/rows';
import { EngineContext } from './context';

/** How a stage is doing now, by what the steps of its last promotion did. */
export async function stageHealth(
  engine: Pick<EngineContext, 'store' | 'registry' | 'masker'>,
  row: StageRow,
): Promise<StageHealth> {
  const obstacle = healthObstacle(row);
  if (obstacle) return unknownHealth(obstacle);
  const steps = await engine.store.steps(row.project, row.lastPromotion!.name);
  const done = steps.filter(({ status }) => status === 'Succeeded');
  const at = await written(engine, row);
  const checks = await Promise.all(
    done.map(step => checkStep(engine, at, step)),
  );
  return mergeChecks(checks.filter(check => check !== undefined));
}

/** The Stage as it is written, which is whom Argo CD and others let act, also for one of its targets. */
async function written(
  { store }: Pick<EngineContext, 'store'>,
  { project, stage, lastPromotion }: StageRow,
): Promise<{ project: string; stage: string }> {
  const last = await store.promotion(project, lastPromotion!.name);
  return { project, stage: last?.target?.stage ?? stage };
}

async function checkStep(
  { registry, masker }: Pick<EngineContext, 'registry' | 'masker'>,
  { project, stage }: { project: string; stage: string },
  step: StepRow,
): Promise<HealthCheck | undefined> {
  const { alias, uses, promotion, intent = {}, output = {} } = step;
  const title = stepTitle(step);
  const kind = registry.steps.get(uses);
  if (!kind) {
    const issue = `what step ${uses} did cannot be checked: this backend does not know it any more`;
    return { step: title, status: 'Unknown', issues: [issue] };
  }
  if (!kind.health) return undefined;
  const done = { project, stage, promotion, alias, intent, output };
  try {
    const { issues, ...health } = await kind.health(done);
    return {
      step: title,
      ...health,
      issues: issues.map(issue => masker.mask(issue)),
    };
  } catch (error) {
    const issue = masker.mask((error as Error).message);
    return { step: title, status: 'Unknown', issues: [issue] };
  }
}
