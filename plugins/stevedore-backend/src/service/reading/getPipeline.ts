import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { Actor, EntityLink } from '@stevedore/promotion-engine';
import { toProblem, toWarehouse } from '../../mappers/pipeline';
import { ServiceDeps } from '../ServiceDeps';
import { listFreight } from './listFreight';
import { noticesOf } from './noticesOf';
import { needsMe } from './needsMe';
import { Running } from './projects';
import { stagesOf } from './stagesOf';

/** Everything for the first paint. */
export async function getPipeline(
  deps: ServiceDeps,
  running: Running,
  { limit, actor }: { limit?: number; actor: Actor },
): Promise<Pipeline> {
  const { row, project, owners, paused } = running;
  const name = row.project;
  const [calendar, open, freight] = await Promise.all([
    noticesOf(deps, running),
    deps.store.openPromotions(name),
    listFreight(deps, running, { limit }),
  ]);
  const [stages, mine, warehouses] = await Promise.all([
    stagesOf(deps, running, open),
    needsMe(deps, { project: name, open, owners, actor }),
    Promise.all(
      (project?.warehouses ?? []).map(async each =>
        toWarehouse(each, await deps.store.discovery(name, each.name)),
      ),
    ),
  ]);
  return {
    project: name,
    entityRef: row.entityRef,
    provenance: row.provenance,
    paused,
    ...calendar,
    stages,
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
