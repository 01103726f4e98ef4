import { NotFoundError } from '@backstage/errors';
import { WarehouseDetail } from '@stevedore/plugin-stevedore-common';
import { toFound } from '../../mappers/found';
import { toWarehouse } from '../../mappers/pipeline';
import { ServiceDeps } from '../ServiceDeps';
import { InWarehouse } from '../StevedoreService';
import { loadProject } from './projects';

/** How a warehouse is, and what people can choose from. @throws NotFoundError */
export async function getWarehouse(
  deps: ServiceDeps,
  { project, warehouse: name }: InWarehouse,
): Promise<WarehouseDetail> {
  const running = await loadProject(deps, project);
  const warehouses = running.project?.warehouses ?? [];
  const warehouse = warehouses.find(each => each.name === name);
  if (!warehouse) {
    const known = warehouses.map(each => each.name).join(', ') || 'none yet';
    throw new NotFoundError(
      `${project} has no warehouse ${name}; it has ${known}.`,
    );
  }
  const discovery = await deps.store.discovery(project, name);
  return {
    warehouse: toWarehouse(warehouse, discovery),
    found: toFound(discovery),
  };
}
