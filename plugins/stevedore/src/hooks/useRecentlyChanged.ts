import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { useEffect, useRef, useState } from 'react';
import { changedFreight } from '../lib/grid/gridRows';

const MARKED_MS = 10_000;

/**
 * Names of freight that changed in the last ten seconds.
 * @param list what is listed; another list (a search, say) is no change
 */
export function useRecentlyChanged(
  items: FreightItem[],
  list: string,
): ReadonlySet<string> {
  const before = useRef({ items, list });
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const old = before.current;
    before.current = { items, list };
    const changed = old.list === list ? changedFreight(old.items, items) : [];
    if (changed.length === 0) return;
    setMarked(marks => new Set([...marks, ...changed]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setMarked(
        marks => new Set([...marks].filter(name => !changed.includes(name))),
      );
    }, MARKED_MS);
    timers.current.add(timer);
  }, [items, list]);
  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);
  return marked;
}
