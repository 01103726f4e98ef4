import { freightSearchText } from '../model/freight';
import { originKey } from '../model/artifacts';
import { freightCursor, pageOf } from '../model/paging';
import { isTerminal, promotionOrder } from '../model/promotion';
import { FreightRow, PromotionRow } from '../model/rows';
import { FreightQuery, Page, PromotionQuery } from '../ports/store';
import { by, descending } from './memoryTables';

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
