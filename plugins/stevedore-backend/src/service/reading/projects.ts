import { NotFoundError } from '@backstage/errors';
import { Project, ProjectRow, PromotionRow } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';

export interface Running {
  row: ProjectRow;
  /** Absent when there never was a good definition. */
  project?: Project;
  paused?: string;
  /** Entity refs that own the component. */
  owners: string[];
}

/** The project with its running definition. @throws NotFoundError */
export async function loadProject(
  deps: ServiceDeps,
  name: string,
): Promise<Running> {
  const row = await deps.store.project(name);
  if (!row) throw new NotFoundError(`There is no pipeline called ${name}.`);
  const [definition, owners] = await Promise.all([
    deps.definitions.load(name),
    deps.catalogOwners(row.entityRef),
  ]);
  return {
    row,
    project: definition?.project,
    paused: row.paused ?? definition?.paused,
    owners,
  };
}

/** @throws NotFoundError */
export async function loadPromotion(
  deps: Pick<ServiceDeps, 'store'>,
  at: { project: string; name: string },
): Promise<PromotionRow> {
  const row = await deps.store.promotion(at.project, at.name);
  if (!row)
    throw new NotFoundError(
      `There is no promotion ${at.name} in ${at.project}.`,
    );
  return row;
}
