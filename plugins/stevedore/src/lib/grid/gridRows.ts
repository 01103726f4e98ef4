import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { dayLabel } from '../time/relativeTime';

export type GridRow =
  | { kind: 'day'; key: string; label: string }
  | {
      kind: 'freight';
      key: string;
      item: FreightItem;
      /** Among the freight, from 0. */
      index: number;
    };

/** Freight with a line before each day's first. @param items newest first @param now milliseconds since 1970 */
export function gridRows(
  items: readonly FreightItem[],
  now: number,
): GridRow[] {
  const rows: GridRow[] = [];
  let day: string | undefined;
  items.forEach((item, index) => {
    const label = dayLabel(item.discoveredAt, now);
    if (label !== day) rows.push({ kind: 'day', key: `day ${label}`, label });
    day = label;
    rows.push({ kind: 'freight', key: item.name, item, index });
  });
  return rows;
}

/** Pages one after the other; what stands in two of them is shown once, as the first has it. */
export function joinPages(pages: readonly FreightItem[][]): FreightItem[] {
  const byName = new Map<string, FreightItem>();
  for (const item of pages.flat())
    if (!byName.has(item.name)) byName.set(item.name, item);
  return [...byName.values()];
}

/** Names of freight that is new or whose cells are not what they were. */
export function changedFreight(
  before: readonly FreightItem[],
  after: readonly FreightItem[],
): string[] {
  const old = new Map(before.map(item => [item.name, signature(item)]));
  const newest = before[0]?.discoveredAt ?? '';
  return after
    .filter(item =>
      old.has(item.name)
        ? old.get(item.name) !== signature(item)
        : // older pages that were loaded are no change
          item.discoveredAt > newest,
    )
    .map(item => item.name);
}

function signature({ cells }: FreightItem): string {
  return JSON.stringify(
    cells.map(({ stage, state, count, verified }) => [
      stage,
      state,
      count,
      verified,
    ]),
  );
}
