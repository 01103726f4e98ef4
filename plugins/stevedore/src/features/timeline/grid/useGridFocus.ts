import {
  FocusEvent,
  KeyboardEvent,
  RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { GridPosition, moveFocus } from '../../../lib/grid/moveFocus';

export interface GridFocus {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  /** What Tab reaches. */
  active: GridPosition;
}

export interface CellProps {
  tabIndex: 0 | -1;
  'data-row': number;
  'data-column': number;
}

/** For the one thing to be focused in a cell. @param activeColumn of its row; undefined when another row has the focus */
export function cellProps(
  { row, column }: GridPosition,
  activeColumn?: number,
): CellProps {
  return {
    tabIndex: column === activeColumn ? 0 : -1,
    'data-row': row,
    'data-column': column,
  };
}

/** One cell is reached by Tab, the others by arrow keys, drawn or not. */
export function useGridFocus(
  table: RefObject<HTMLElement>,
  size: { rows: number; columns: number },
  scrollToRow: (row: number) => void,
): GridFocus {
  const [active, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  const wanted = useRef<GridPosition>();
  useEffect(() => {
    // a row that was out of sight is drawn after the one render or another
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${column}"]`,
    );
    if (!cell) return;
    wanted.current = undefined;
    cell.focus();
  });
  const row = Math.min(active.row, size.rows - 1);
  return {
    onKeyDown: event => {
      const from = positionOf(event.target);
      const to = from && moveFocus(event, from, size);
      if (!to) return;
      event.preventDefault();
      wanted.current = to;
      setActive(to);
      scrollToRow(to.row);
    },
    onFocus: event => {
      const position = positionOf(event.target);
      if (position) setActive(position);
    },
    active: { row, column: active.column },
  };
}

function positionOf(target: EventTarget): GridPosition | undefined {
  const cell =
    target instanceof Element ? target.closest('[data-row]') : undefined;
  if (!(cell instanceof HTMLElement)) return undefined;
  return {
    row: Number(cell.dataset.row),
    column: Number(cell.dataset.column),
  };
}
