import {
  FreightListRequest,
  FreightPage,
} from '@stevedore/plugin-stevedore-common';
import { originKey } from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { freightItems } from './freightItems';
import { Running } from './projects';

const PAGE = 20;

export async function listFreight(
  deps: ServiceDeps,
  running: Running,
  {
    after,
    limit = PAGE,
    warehouse,
    search,
  }: Omit<FreightListRequest, 'project'>,
): Promise<FreightPage> {
  const origin =
    warehouse === undefined
      ? undefined
      : originKey({ kind: 'Warehouse', name: warehouse });
  const page = await deps.store.freightPage(running.row.project, {
    after,
    limit,
    origin,
    search,
  });
  return {
    items: await freightItems(deps, running, page.items),
    next: page.next,
  };
}
