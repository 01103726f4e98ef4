import { cell, freightItem, minutesAgo, NOW } from '../../fixtures/pipeline';
import { changedFreight, gridRows, joinPages } from './gridRows';

const DAY = 1440;

it('puts a line before each day', () => {
  const items = [1, 2, DAY + 1, 3 * DAY].map((minutes, index) =>
    freightItem(`1.${9 - index}.0`, { discoveredAt: minutesAgo(minutes) }),
  );
  const rows = gridRows(items, NOW);
  expect(rows.map(row => (row.kind === 'day' ? row.label : row.index))).toEqual(
    ['Today', 0, 1, 'Yesterday', 2, expect.stringContaining('2026'), 3],
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

it('shows what stands in two pages once, as the newer read has it', () => {
  const old = freightItem('1.0.0', { alias: 'old' });
  const fresh = freightItem('1.0.0', { alias: 'fresh' });
  const other = freightItem('0.9.0');
  expect(joinPages([[fresh], [old, other]])).toEqual([fresh, other]);
});

it('marks what is new or has other cells, not what was only loaded', () => {
  const kept = freightItem('1.2.0', { discoveredAt: minutesAgo(5) });
  const moved = freightItem('1.1.0', { discoveredAt: minutesAgo(6) });
  const older = freightItem('1.0.0', { discoveredAt: minutesAgo(7) });
  const newer = freightItem('1.3.0', { discoveredAt: minutesAgo(1) });
  const after = [
    newer,
    { ...kept, cells: kept.cells.map(each => ({ ...each, sentence: 'x' })) },
    { ...moved, cells: [cell('dev', { state: 'here' })] },
    older,
  ];
  expect(changedFreight([kept, moved], after)).toEqual([
    newer.name,
    moved.name,
  ]);
  expect(changedFreight(after, after)).toEqual([]);
});
