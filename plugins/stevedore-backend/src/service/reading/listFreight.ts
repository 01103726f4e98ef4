import {
  FreightListRequest,
  FreightPage,
} from '@stevedore/plugin-stevedore-common';
import {
  FreightQuery,
  FreightRow,
  FreightStageRow,
  originKey,
  Page,
} from '@stevedore/promotion-engine';
import { ServiceDeps } from '../ServiceDeps';
import { freightItems } from './freightItems';
import { Running } from './projects';

const PAGE = 20;
/** Rows that one request passes by at most, looking for freight that was never in a stage. */
const SCANNED = 500;

export async function listFreight(
  deps: ServiceDeps,
  running: Running,
  {
    after,
    limit = PAGE,
    warehouse,
    search,
    notIn,
  }: Omit<FreightListRequest, 'project'>,
): Promise<FreightPage> {
  const origin =
    warehouse === undefined
      ? undefined
      : originKey({ kind: 'Warehouse', name: warehouse });
  const { project } = running.row;
  const query = { after, limit, origin, search };
  const page =
    notIn === undefined
      ? await deps.store.freightPage(project, query)
      : await pageNeverIn(deps.store, { project, stage: notIn, query });
  return {
    items: await freightItems(deps, running, page.items),
    next: page.next,
  };
}

/** May be shorter than asked for, or empty, and still have a next page. */
async function pageNeverIn(
  store: ServiceDeps['store'],
  {
    project,
    stage,
    query,
  }: { project: string; stage: string; query: FreightQuery },
): Promise<Page<FreightRow>> {
  const items: FreightRow[] = [];
  let { after } = query;
  for (let scanned = 0; scanned < SCANNED; ) {
    const limit = query.limit - items.length;
    const page = await store.freightPage(project, { ...query, after, limit });
    const rows = await store.freightStages(
      project,
      page.items.map(row => row.name),
    );
    const were = new Set(
      rows.filter(row => wasIn(row, stage)).map(row => row.freight),
    );
    items.push(...page.items.filter(row => !were.has(row.name)));
    after = page.next;
    if (after === undefined || items.length === query.limit) break;
    scanned += page.items.length;
  }
  return { items, next: after };
}

function wasIn(row: FreightStageRow, stage: string): boolean {
  const { since, longestSoakMs, verifiedAt } = row;
  return (
    row.stage === stage &&
    [since, longestSoakMs, verifiedAt].some(trace => trace !== undefined)
  );
}
