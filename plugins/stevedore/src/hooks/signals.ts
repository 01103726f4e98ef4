import { useApiHolder } from '@backstage/frontend-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { useCallback, useSyncExternalStore } from 'react';

const heard = new WeakMap<SignalApi, Set<() => void> | true>();

/** A signal came, so signals do come: an app may have the API and no connection. */
export function hear(signals: SignalApi) {
  const waiting = heard.get(signals);
  heard.set(signals, true);
  if (waiting instanceof Set) waiting.forEach(tell => tell());
}

/** The app's signals, if it has any, and whether one has come yet. */
export function useSignals(): { signals?: SignalApi; live: boolean } {
  const signals = useApiHolder().get(signalApiRef);
  const subscribe = useCallback(
    (tell: () => void) => {
      if (!signals || heard.get(signals) === true) return () => {};
      const waiting = waitersOf(signals);
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
    [signals],
  );
  const live = useSyncExternalStore(
    subscribe,
    () => signals !== undefined && heard.get(signals) === true,
  );
  return { signals, live };
}

function waitersOf(signals: SignalApi): Set<() => void> {
  const known = heard.get(signals);
  if (known instanceof Set) return known;
  const made = new Set<() => void>();
  heard.set(signals, made);
  return made;
}
