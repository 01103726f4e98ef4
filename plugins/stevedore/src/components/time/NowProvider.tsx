import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';

const TICK_MS = 1_000;

const NowContext = createContext<number | undefined>(undefined);
const DayContext = createContext<number | undefined>(undefined);

/** One clock for everything below it; tests give `now`. */
export function NowProvider({
  now: fixed,
  children,
}: {
  /** Milliseconds since 1970; the real time when absent. */
  now?: number;
  children: ReactNode;
}) {
  const [now, setNow] = useState(() => fixed ?? Date.now());
  useEffect(() => {
    if (fixed !== undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [fixed]);
  return (
    <NowContext.Provider value={fixed ?? now}>
      <DayContext.Provider value={dayOf(fixed ?? now)}>
        {children}
      </DayContext.Provider>
    </NowContext.Provider>
  );
}

/** Milliseconds since 1970, a new value each second. Only in small leaves: whoever calls it renders as often. */
export function useNow(): number {
  const now = useContext(NowContext);
  if (now === undefined) throw new Error('useNow needs a NowProvider above it');
  return now;
}

/** Some moment of today, milliseconds since 1970; a new value only at midnight, so lists may use it. */
export function useToday(): number {
  const today = useContext(DayContext);
  if (today === undefined)
    throw new Error('useToday needs a NowProvider above it');
  return today;
}

function dayOf(now: number): number {
  return new Date(now).setHours(12, 0, 0, 0);
}
