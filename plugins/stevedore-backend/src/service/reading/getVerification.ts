import { NotFoundError } from '@backstage/errors';
import { VerificationDetail } from '@stevedore/plugin-stevedore-common';
import { toVerificationDetail } from '../../mappers/verificationDetail';
import { ServiceDeps } from '../ServiceDeps';
import { InStage } from '../StevedoreService';
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
  const id = (await deps.store.stage(project, stage))?.verification?.id;
  return toVerificationDetail(
    id ? await deps.store.measurements(project, id) : [],
  );
}
