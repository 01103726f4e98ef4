import { FreightItem } from '@stevedore/plugin-stevedore-common';
import { useEffect, useRef, useState } from 'react';
import { changeWords } from '../lib/grid/changeWords';
import { changedFreight } from '../lib/grid/gridRows';

const MARKED_MS = 10_000;

export interface RecentlyChanged {
  /** Names of freight that changed in the last ten seconds. */
  marked: ReadonlySet<string>;
  /** What changed last, to be said aloud. */
  said: string;
}

/**
 * What changed while somebody looks.
 * @param list what is listed; another list (a search, say) is no change
 */
export function useRecentlyChanged(
  items: FreightItem[],
  list: string,
): RecentlyChanged {
  const before = useRef({ items, list });
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const old = before.current;
    before.current = { items, list };
    const changed = old.list === list ? changedFreight(old.items, items) : [];
    if (changed.length === 0) return;
    setSaid(changeWords(old.items, items, changed));
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
  return { marked, said };
}
