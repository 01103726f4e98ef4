/** Row and column, from 0. */
export interface GridPosition {
  row: number;
  column: number;
}

const PAGE = 10;

/**
 * Where a key leads in a grid (WAI-ARIA grid pattern).
 * @returns undefined when the key is none of the grid's
 */
export function moveFocus(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: GridPosition,
  size: { rows: number; columns: number },
): GridPosition | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const targets: Record<string, GridPosition> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
  };
  if (!Object.hasOwn(targets, key)) return undefined;
  const target = targets[key];
  return {
    row: within(target.row, lastRow),
    column: within(target.column, lastColumn),
  };
}

function within(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
}
