import { useVirtualizer } from '@tanstack/react-virtual';
import { RefObject } from 'react';
import { GridRow } from '../../../lib/grid/gridRows';

/** Fewer rows than this are all drawn. */
const WINDOWED_FROM = 60;
/** Pixels, until a row has been measured. */
const ESTIMATE = { day: 37, freight: 65 };

export interface Window {
  rows: { row: GridRow; at: number }[];
  /** Pixels of what is not drawn. */
  before: number;
  after: number;
  /** Ref of a drawn row. */
  measure?: (element: HTMLElement | null) => void;
  scrollTo: (at: number) => void;
}

/** The rows to draw: all, or those in sight when there are many. */
export function useWindow(
  rows: GridRow[],
  frame: RefObject<HTMLElement>,
): Window {
  const windowed = rows.length >= WINDOWED_FROM;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: index => ESTIMATE[rows[index].kind],
    getItemKey: index => rows[index].key,
    overscan: 8,
    // the heading covers what would stand below it
    scrollPaddingStart: 48,
    enabled: windowed,
  });
  if (!windowed)
    return {
      rows: rows.map((row, at) => ({ row, at })),
      before: 0,
      after: 0,
      scrollTo: () => {},
    };
  const items = virtual.getVirtualItems();
  const [first] = items;
  const last = items[items.length - 1];
  return {
    rows: items.map(({ index }) => ({ row: rows[index], at: index })),
    before: first?.start ?? 0,
    after: last ? virtual.getTotalSize() - last.end : 0,
    measure: virtual.measureElement,
    scrollTo: at => virtual.scrollToIndex(at),
  };
}
