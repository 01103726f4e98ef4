import { NotFoundError } from '@backstage/errors';
import { DriftReport, DriftRequest } from '@stevedore/plugin-stevedore-common';
import { toStageDrift } from '../../mappers/drift';
import { ServiceDeps } from '../ServiceDeps';
import { loadProject } from './projects';

/** Promoted, Git and running of every stage that holds something, or of one. @throws NotFoundError */
export async function getDrift(
  deps: ServiceDeps,
  { project, stage }: DriftRequest,
): Promise<DriftReport> {
  const running = await loadProject(deps, project);
  const all = (running.project?.stages ?? [])
    // what only passes freight on has nothing that runs
    .filter(({ promotionTemplate }) => promotionTemplate)
    .map(({ name }) => name);
  if (stage !== undefined && !all.includes(stage))
    throw new NotFoundError(
      `${project} has no stage ${stage} that anything is promoted into; it has ${
        all.join(', ') || 'none yet'
      }.`,
    );
  const names = stage === undefined ? all : [stage];
  const stages = await Promise.all(
    names.map(async name => {
      const drift = await deps.engine.drift({ project, stage: name });
      return drift && toStageDrift(name, drift);
    }),
  );
  return { stages: stages.filter(each => each !== undefined) };
}
