import { freightSearchText } from '../model/freight';
import { originKey } from '../model/artifacts';
import { freightCursor, pageOf, queuedCursor } from '../model/paging';
import { isTerminal, promotionOrder } from '../model/promotion';
import {
  DelegationRow,
  FreightRow,
  PromotionRow,
  ReviewRow,
} from '../model/rows';
import { FreightQuery, Page, PromotionQuery } from '../ports/store';
import { by, descending, MemoryTables } from './memoryTables';

const freightOrder = by<FreightRow>(
  row => row.discoveredAt,
  row => row.name,
);
const promotionsInTime = by<{ name: string }>(
  row => promotionOrder(row.name),
  row => row.name,
);

export function freightPage(
  rows: FreightRow[],
  query: FreightQuery,
): Page<FreightRow> {
  const after =
    query.after === undefined ? undefined : freightCursor.parse(query.after);
  const search = query.search?.toLowerCase();
  const found = rows
    .filter(row => !after || freightOrder(row, { ...row, ...after }) < 0)
    .filter(
      row =>
        query.origin === undefined || originKey(row.origin) === query.origin,
    )
    .filter(
      row =>
        !search ||
        row.name.startsWith(search) ||
        freightSearchText(row).includes(search),
    )
    .sort(descending(freightOrder));
  return pageOf(found, query.limit, freightCursor.of);
}

export function promotionPage(
  rows: PromotionRow[],
  query: PromotionQuery,
): Page<PromotionRow> {
  const { after, stage, freight, phases } = query;
  const found = rows
    .filter(
      row => after === undefined || promotionsInTime(row, { name: after }) < 0,
    )
    .filter(row => stage === undefined || row.stage === stage)
    .filter(row => freight === undefined || row.freight.name === freight)
    .filter(row => phases === undefined || phases.includes(row.phase))
    .sort(descending(promotionsInTime));
  return pageOf(found, query.limit, row => row.name);
}

export function openPromotions(
  rows: PromotionRow[],
  stage?: string,
): PromotionRow[] {
  return rows
    .filter(
      row =>
        !isTerminal(row.phase) && (stage === undefined || row.stage === stage),
    )
    .sort(promotionsInTime);
}

export function newestTerminal(
  rows: PromotionRow[],
  of: { stage: string; freight: string },
): PromotionRow | undefined {
  return rows
    .filter(
      row =>
        isTerminal(row.phase) &&
        row.stage === of.stage &&
        row.freight.name === of.freight,
    )
    .sort(descending(promotionsInTime))[0];
}

export function queuedPromotions(
  tables: MemoryTables,
  { after, limit }: { after?: string; limit: number },
): Page<{ project: string; stage: string; name: string }> {
  const found = tables
    .projects()
    .flatMap(project => tables.list(project, 'promotions'))
    .filter(row => row.phase === 'Pending')
    .map(({ project, stage, name }) => ({ project, stage, name }))
    .sort(
      by(
        row => row.project,
        row => row.name,
      ),
    )
    .filter(row => after === undefined || isAfter(row, after));
  return pageOf(found, limit, queuedCursor.of);
}

function isAfter(
  row: { project: string; name: string },
  cursor: string,
): boolean {
  const [project, name] = queuedCursor.parse(cursor);
  return row.project === project ? row.name > name : row.project > project;
}

export function openReviews(rows: ReviewRow[]): ReviewRow[] {
  return rows
    .filter(row => row.closed === undefined)
    .sort(
      by(
        row => row.openedAt,
        row => row.promotion,
      ),
    );
}

export function delegationsOf(
  rows: DelegationRow[],
  person: string,
): DelegationRow[] {
  return rows
    .filter(row => row.endedAt === undefined)
    .filter(row => [row.delegator, row.delegate].includes(person))
    .sort(by(row => row.id));
}
