import { NotFoundError } from '@backstage/errors';
import { VerificationDetail } from '@stevedore/plugin-stevedore-common';
import { verificationLog } from '@stevedore/promotion-engine';
import { toVerificationDetail } from '../../mappers/verificationDetail';
import { ServiceDeps } from '../ServiceDeps';
import { InStage } from '../StevedoreService';
import { getLogs } from './getLogs';
import { loadProject } from './projects';

/** What the metrics of the verification of what a stage holds measured; none where it has no checks. @throws NotFoundError */
export async function getVerification(
  deps: ServiceDeps,
  { project, stage }: InStage,
): Promise<VerificationDetail> {
  const running = await loadProject(deps, project);
  const stages = running.project?.stages.map(({ name }) => name) ?? [];
  if (!stages.includes(stage))
    throw new NotFoundError(
      `${project} has no stage ${stage}; it has ${
        stages.join(', ') || 'none yet'
      }.`,
    );
  const row = await deps.store.stage(project, stage);
  const { id, run } = row?.verification ?? {};
  const here = row?.history[0];
  if (!here || !id) return toVerificationDetail([]);
  const log = {
    promotion: here.promotion,
    step: verificationLog(id),
  };
  const of = { project, name: log.promotion, step: log.step, limit: 1 };
  const { items } = await getLogs(deps, of);
  return {
    ...toVerificationDetail(await deps.store.measurements(project, id)),
    ...(run && { run }),
    ...(items.length > 0 && { log }),
  };
}
